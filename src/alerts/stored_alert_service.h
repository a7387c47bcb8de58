// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "alerts/alert_service.h"
#include "alerts/notification_sink.h"
#include "base/clock.h"
#include "storage/storage.h"

#include <QHash>

#include <functional>

namespace tollkeeper {

//! Records crossings in the ledger's file and shows each once: the intention to show is committed before
//! showing, the outcome after. Killed in between, the alert is shown again at the next start with the same id
//! and marked repeated.
class StoredAlertService final : public AlertService {
    Q_OBJECT

public:
    //! How an alert reads; handed in, because words lie above this layer.
    using Wording = std::function<NotificationText(const BudgetAlert &)>;

    //! Without a sink alerts are recorded and nothing is shown (tollkeeperctl poll without --notify). Both
    //! must outlive the service.
    StoredAlertService(Storage &storage, const Clock &clock, NotificationSink *sink, Wording wording,
        QObject *parent = nullptr);

    [[nodiscard]] Async<Done> setMonthlyBudget(Money limit, bool includesByok) override;
    [[nodiscard]] Async<QList<BudgetAlert>> evaluate() override;
    [[nodiscard]] Async<Done> acknowledge(AlertId alert) override;

    static constexpr const char *MonthlyBudget = "Everything"; //!< name of the one budget there is so far

private:
    [[nodiscard]] Async<Done> showOwed();
    [[nodiscard]] Async<Done> showOne(BudgetAlert alert);

    Storage &m_storage;
    const Clock &m_clock;
    NotificationSink *m_sink;
    Wording m_wording;
    QHash<quint32, AlertId> m_shown; //!< by id of the notification, for its buttons
    bool m_isShowing = false;
};

} // namespace tollkeeper
