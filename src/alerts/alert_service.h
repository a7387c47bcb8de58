// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/async.h"
#include "domain/budget.h"

#include <QObject>

namespace tollkeeper {

//! Decides when a budget deserves attention and sees to it that each crossing is recorded once and shown
//! once. UI thread; lives as long as the application.
class AlertService : public QObject {
    Q_OBJECT

public:
    using QObject::QObject;

    //! Sets the monthly budget for everything (created on first use) and evaluates it.
    [[nodiscard]] virtual Async<Done> setMonthlyBudget(Money limit, bool includesByok) = 0;
    //! Compares the stored figures with the budgets, records what was crossed and notifies. Safe to call at
    //! any time: a crossing already recorded is not recorded again.
    [[nodiscard]] virtual Async<QList<BudgetAlert>> evaluate() = 0;
    [[nodiscard]] virtual Async<Done> acknowledge(AlertId alert) = 0;

Q_SIGNALS:
    void alertsChanged();
    void openRequested(tollkeeper::AlertId alert); //!< the person pressed Open on a notification
};

} // namespace tollkeeper
