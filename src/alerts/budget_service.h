// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/async.h"
#include "domain/budget.h"

#include <QObject>

namespace tollkeeper {

//! Changes budgets. Alerts follow by themselves: a new limit is compared at once. UI thread.
class BudgetService : public QObject {
    Q_OBJECT

public:
    using QObject::QObject;

    //! Adds the budget, or changes the one with its id. InvalidInput, as a sentence for people, where the
    //! name is taken or empty, the limit not above zero, a threshold out of 1 … 1000, the scope without a
    //! value, or a custom period backwards.
    [[nodiscard]] virtual Async<BudgetId> save(Budget budget) = 0;
    //! Its open alerts are resolved; they stay in the inbox.
    [[nodiscard]] virtual Async<Done> remove(BudgetId budget) = 0;
    //! The monthly budget for everything that the Overview shows: created on first use, changed afterwards,
    //! whatever it is called by then.
    [[nodiscard]] virtual Async<Done> setMonthlyBudget(Money limit, bool includesByok) = 0;

    static constexpr const char *MonthlyBudget = "Everything"; //!< name it is created with

Q_SIGNALS:
    void budgetsChanged();
};

} // namespace tollkeeper
