// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "analytics/alert_reports.h"
#include "base/clock.h"
#include "storage/storage.h"

namespace tollkeeper {

//! Answers from the profile, through its read-only connection.
class StoredAlertReports final : public AlertReports {
    Q_OBJECT

public:
    //! Both must outlive the reports.
    StoredAlertReports(Storage &storage, const Clock &clock, QObject *parent = nullptr);

    [[nodiscard]] Async<Inbox> inbox(InboxView view) override;
    [[nodiscard]] Async<AlertDetails> details(AlertId alert) override;

    static constexpr int MostAlerts = 500;

private:
    Storage &m_storage;
    const Clock &m_clock;
};

} // namespace tollkeeper
