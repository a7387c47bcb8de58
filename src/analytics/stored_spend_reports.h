// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "analytics/overview_builder.h"
#include "analytics/spend_reports.h"
#include "base/clock.h"
#include "storage/storage.h"

namespace tollkeeper {

//! Answers from the ledger, through its read-only connection.
class StoredSpendReports final : public SpendReports {
    Q_OBJECT

public:
    StoredSpendReports(
        Storage &storage, const Clock &clock, TraitsByGateway traits, QObject *parent = nullptr);

    [[nodiscard]] Async<Overview> overview() override;
    [[nodiscard]] Async<SpendTable> spend(SpendQuery query) override;

private:
    Storage &m_storage;
    const Clock &m_clock;
    TraitsByGateway m_traits;
};

//! The answer to one question, on a storage thread. An invalid zone means the reporting zone.
[[nodiscard]] Result<SpendTable> spendTable(Database &database, SpendQuery query, const QDateTime &now);

} // namespace tollkeeper
