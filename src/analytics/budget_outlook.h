// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/result.h"
#include "domain/amounts.h"
#include "domain/budget.h"
#include "domain/forecast.h"

#include <QTimeZone>

namespace tollkeeper {

class Database;

//! Where a budget stands in one of its periods, as far as the ledger knows.
struct BudgetOutlook {
    DayRange period; //!< days of the reporting zone
    Money counted; //!< so far, with BYOK where the budget says so
    Money byok; //!< so far, whether counted or not
    bool isAtLeast = false; //!< some account that it counts cannot tell, or has not told lately, all it spent
    QList<Money> cumulative; //!< running sum of `counted` at the end of each day of the period up to today
    std::optional<Forecast> forecast; //!< nullopt: too few days are known, or the period is over
    QList<Forecast> byDay; //!< running sum expected at the end of the last known day and of each one after it
    int daysKnown = 0; //!< whole days of history behind the forecast
};

//! The outlook of a budget's period that holds `day`; nullopt where it has none there. `now` in UTC. One read
//! of the roll-up by day; synchronous: call it on a storage thread.
[[nodiscard]] Result<std::optional<BudgetOutlook>> outlookOf(
    Database &database, const Budget &budget, QDate day, const QDateTime &now, const QTimeZone &zone);

} // namespace tollkeeper
