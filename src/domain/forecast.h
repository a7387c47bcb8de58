// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/money.h"
#include "domain/zone_days.h"

#include <QList>

#include <optional>

namespace tollkeeper {

//! What one day cost; days of the reporting zone.
struct DaySpend {
    QDate day;
    Money amount;
};

//! What is known when a forecast is made. Days before `today` are whole; a day that is missing between the
//! first and `today` cost nothing.
struct ForecastFacts {
    QList<DaySpend> days; //!< whole days before `today`, in any order
    QDate today;
    Money todaySoFar;
    double dayGone = 0; //!< share of today that has passed, 0 to 1
};

//! What a period will have cost at its end. An estimate: it is rounded to cents' fractions only at the end.
struct Forecast {
    Money expected;
    Money low; //!< four of five periods end between low and high
    Money high;
    int daysLearntFrom = 0;
    friend bool operator==(const Forecast &, const Forecast &) = default;
};

//! Fewer whole days than these, and there is no forecast.
inline constexpr int FewestForecastDays = 10;
//! Further back than these days nothing is learnt from.
inline constexpr int MostForecastDays = 56;

//! The end of `period`, which holds today: what was spent in it so far, and for each day that is left what
//! its weekday usually costs, at the level of the last days. nullopt below FewestForecastDays. REQUIRES: one
//! currency.
[[nodiscard]] std::optional<Forecast> forecast(const ForecastFacts &facts, const DayRange &period);

//! The same day by day: the running sum at the end of today and of each day that is left, in the middle of
//! the band. Empty where there is no forecast.
[[nodiscard]] QList<Forecast> forecastByDay(const ForecastFacts &facts, const DayRange &period);

//! What a straight line says: the period so far, stretched to its end. nullopt before anything has passed.
[[nodiscard]] std::optional<Money> straightLine(const ForecastFacts &facts, const DayRange &period);

} // namespace tollkeeper
