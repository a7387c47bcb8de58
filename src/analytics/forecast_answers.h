// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/forecast.h"

#include <QTimeZone>

namespace tollkeeper {

//! The key or model that moves the forecast most against the weeks before.
struct ForecastDriver {
    QString name;
    bool isModel = false; //!< else a key
    Money perDay; //!< in the last seven whole days
    Money perDayBefore; //!< in the three weeks before those
};

//! How wrong forecasts of a past month were: the mean over those made on each of its days, each against what
//! the month came to.
struct ForecastMiss {
    DayRange month;
    Money actual;
    int forecasts = 0; //!< how many days had enough history behind them
    Money miss; //!< mean of the differences, whatever their sign
    Money straightLineMiss; //!< the same for a straight line on the same days
};

//! What the running month will have cost.
struct ForecastAnswer {
    QDateTime asOf; //!< UTC, of the injected clock
    QTimeZone zone; //!< reporting zone
    DayRange month;
    Currency currency;
    Money spent; //!< so far
    std::optional<Forecast> forecast; //!< nullopt: too few days are known
    QList<Forecast> byDay; //!< the running sum at the end of today and of each day left
    std::optional<Money> straightLine;
    int daysKnown = 0; //!< whole days of history
    std::optional<ForecastDriver> driver;
    QList<ForecastMiss> past; //!< newest first, months that are wholly known
};

} // namespace tollkeeper
