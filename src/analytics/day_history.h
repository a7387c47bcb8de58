// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/result.h"
#include "domain/forecast.h"

#include <QHash>
#include <QTimeZone>

namespace tollkeeper {

class Database;

//! What days cost, as a forecast learns from them.
struct DayHistory {
    QTimeZone zone; //!< reporting zone
    Currency currency;
    QDate first; //!< nothing is known of days before it; invalid: of none
    QHash<QDate, Money> days; //!< a day that is missing cost nothing
    QDateTime heardAt; //!< UTC; of the last poll that counted: nothing is learnt from silence after it

    //! The day up to which gateways have been asked.
    [[nodiscard]] QDate known() const { return localDay(heardAt, zone); }
    [[nodiscard]] Money on(QDate day) const { return days.value(day, Money::fromNanos(0, currency)); }
    //! What was known on the morning of a day; on the last known one with what it has cost so far.
    [[nodiscard]] ForecastFacts factsOn(QDate day, QDate periodFirst) const;
};

//! UTC; of the last poll of any account that counted, not later than `now`.
[[nodiscard]] Result<QDateTime> lastHeard(Database &database, const QDateTime &now);

} // namespace tollkeeper
