// SPDX-License-Identifier: GPL-3.0-or-later
#include "domain/forecast.h"

#include <algorithm>
#include <array>
#include <cmath>

namespace tollkeeper {
namespace {

constexpr int Week = 7;
constexpr double HalfLifeDays = 7; // of the weight of a day in the level
constexpr double FourOfFive = 1.2816; // normal quantile of 90 %: a tenth lies below the band, a tenth above
constexpr double LeastSpread = 0.05; // of a day; a series without noise still gets a band
constexpr int TrendDays = 42; // back to which growth is looked for
constexpr int FewestTrendDays = 21;
constexpr double Damping = 0.98; // a day: what grows does not grow for ever
constexpr double UnknownDrift = 0.1; // where nothing tells how wrong earlier forecasts were
constexpr int DriftDays = 2 * Week; // how far ahead earlier forecasts are looked at
constexpr int Rehearsals = 4; // a week apart
constexpr double SmallFactor = 0.02; // a weekday that costs next to nothing tells no level

//! Estimates are reckoned in doubles and become money once, at the end: they are no sums of the ledger.
struct Usual {
    std::array<double, Week> factor{}; //!< by weekday, Monday first; 1 on average
    double level = 0; //!< nanos of a day whose factor is 1, today
    double trend = 0; //!< by which the level grows a day
    double spread = 0; //!< of a day, as share of the level
    double drift = 0; //!< how far the level itself wanders in two weeks, as share of it
    int days = 0;
    QDate today;

    [[nodiscard]] double of(QDate day) const
    {
        const auto ahead = double(today.daysTo(day));
        const double grown
            = ahead >= 0 ? trend * (1 - std::pow(Damping, ahead)) / (1 - Damping) : trend * ahead;
        return std::max(0.0, level + grown) * factor.at(std::size_t(day.dayOfWeek() - 1));
    }
};

//! One value a day from the first known day on, missing ones zero.
QList<double> series(const ForecastFacts &facts, QDate first)
{
    QList<double> values(first.daysTo(facts.today), 0);
    for (const auto &day : facts.days) {
        if (day.day >= first && day.day < facts.today)
            values[first.daysTo(day.day)] += double(day.amount.nanos());
    }
    return values;
}

double median(QList<double> values)
{
    if (values.isEmpty())
        return 0;
    const auto middle = values.begin() + values.size() / 2;
    std::nth_element(values.begin(), middle, values.end());
    return *middle;
}

//! The median of each weekday, so that one spike is no habit; with one week only, all days are alike.
std::array<double, Week> weekdayFactors(const QList<double> &values, QDate first)
{
    std::array<QList<double>, Week> byWeekday;
    for (qsizetype i = 0; i < values.size(); ++i)
        byWeekday.at(std::size_t(first.addDays(i).dayOfWeek() - 1)).append(values.at(i));
    std::array<double, Week> factors{};
    double sum = 0;
    for (std::size_t i = 0; i < Week; ++i) {
        factors.at(i) = median(byWeekday.at(i));
        sum += factors.at(i);
    }
    const bool isTooShort = values.size() < qsizetype(2) * Week;
    for (auto &factor : factors)
        factor = isTooShort || sum <= 0 ? 1.0 : factor * Week / sum;
    return factors;
}

//! The growth a day that is usual among pairs of days, weekdays taken out: a few odd days do not bend it.
double trendOf(const QList<double> &values, QDate first, const std::array<double, Week> &factors)
{
    if (values.size() < FewestTrendDays)
        return 0;
    QList<std::pair<double, double>> points;
    for (auto i = std::max<qsizetype>(0, values.size() - TrendDays); i < values.size(); ++i) {
        const auto factor = factors.at(std::size_t(first.addDays(i).dayOfWeek() - 1));
        if (factor > SmallFactor)
            points.append({double(i), values.at(i) / factor});
    }
    QList<double> slopes;
    for (qsizetype i = 0; i < points.size(); ++i) {
        for (qsizetype j = i + 1; j < points.size(); ++j)
            slopes.append(
                (points.at(j).second - points.at(i).second) / (points.at(j).first - points.at(i).first));
    }
    return median(slopes);
}

//! Recent days weigh more: half of the weight lies in the last week. What the trend has added since the days
//! it was taken from comes on top.
double levelOf(
    const QList<double> &values, QDate first, const std::array<double, Week> &factors, double trend)
{
    double sum = 0;
    double usual = 0;
    double age = 0;
    for (qsizetype i = 0; i < values.size(); ++i) {
        const auto ago = double(values.size() - i);
        const double weight = std::pow(0.5, (ago - 1) / HalfLifeDays);
        const auto factor = weight * factors.at(std::size_t(first.addDays(i).dayOfWeek() - 1));
        sum += weight * values.at(i);
        usual += factor;
        age += factor * ago;
    }
    return usual > 0 ? std::max(0.0, sum / usual + trend * age / usual) : 0;
}

double spreadOf(const QList<double> &values, QDate first, const Usual &usual)
{
    if (usual.level <= 0)
        return 0;
    double squares = 0;
    for (qsizetype i = 0; i < values.size(); ++i) {
        const auto miss = (values.at(i) - usual.of(first.addDays(i))) / usual.level;
        squares += miss * miss;
    }
    return std::max(LeastSpread, std::sqrt(squares / double(values.size())));
}

Usual usualOf(const QList<double> &values, QDate first)
{
    Usual usual;
    usual.days = int(values.size());
    usual.factor = weekdayFactors(values, first);
    usual.today = first.addDays(values.size());
    usual.trend = trendOf(values, first, usual.factor);
    usual.level = levelOf(values, first, usual.factor, usual.trend);
    usual.spread = spreadOf(values, first, usual);
    return usual;
}

//! How wrong this way of forecasting would have been here, two weeks ahead, some weeks ago.
double driftOf(const QList<double> &values, QDate first)
{
    double squares = 0;
    int looks = 0;
    for (int i = 0; i < Rehearsals; ++i) {
        const auto origin = values.size() - DriftDays - qsizetype(i) * Week;
        if (origin < FewestForecastDays)
            break;
        const auto usual = usualOf(values.first(origin), first);
        double expected = 0;
        double actual = 0;
        for (auto day = origin; day < origin + DriftDays; ++day) {
            expected += usual.of(first.addDays(day));
            actual += values.at(day);
        }
        if (expected <= 0)
            continue;
        squares += (actual / expected - 1) * (actual / expected - 1);
        ++looks;
    }
    return looks > 0 ? std::sqrt(squares / looks) : UnknownDrift;
}

std::optional<Usual> learn(const ForecastFacts &facts)
{
    QDate first = facts.today;
    for (const auto &day : facts.days)
        first = std::min(first, day.day);
    first = std::max(first, facts.today.addDays(-MostForecastDays));
    const auto values = series(facts, first);
    if (values.size() < FewestForecastDays)
        return std::nullopt;
    auto usual = usualOf(values, first);
    usual.drift = driftOf(values, first);
    return usual;
}

Money money(double nanos, Currency currency)
{
    return Money::fromNanos(std::llround(std::max(0.0, nanos)), currency);
}

//! The day's noise adds up by its root, a wrong level by its days.
double bandOf(const Usual &usual, double days)
{
    const double own = usual.spread * std::sqrt(days);
    const double level
        = std::max(usual.drift, usual.spread / std::sqrt(double(std::min(usual.days, 2 * Week)))) * days;
    return FourOfFive * usual.level * std::sqrt(own * own + level * level);
}

double spentIn(const DayRange &period, const ForecastFacts &facts)
{
    auto spent = double(facts.todaySoFar.nanos());
    for (const auto &day : facts.days) {
        if (day.day >= period.first && day.day < facts.today)
            spent += double(day.amount.nanos());
    }
    return spent;
}

} // namespace

QList<Forecast> forecastByDay(const ForecastFacts &facts, const DayRange &period)
{
    QList<Forecast> days;
    const auto usual = learn(facts);
    if (!usual || facts.today < period.first || facts.today > period.last)
        return days;
    const auto currency = facts.todaySoFar.currency();
    const double left = std::clamp(1 - facts.dayGone, 0.0, 1.0);
    const double spent = spentIn(period, facts);
    double expected = spent + left * usual->of(facts.today);
    double ahead = left;
    for (auto day = facts.today; day <= period.last; day = day.addDays(1)) {
        if (day > facts.today) {
            expected += usual->of(day);
            ahead += 1;
        }
        const double band = bandOf(*usual, ahead);
        // what is spent stays spent: the band cannot reach below it
        days.append({money(expected, currency), money(std::max(spent, expected - band), currency),
            money(expected + band, currency), usual->days});
    }
    return days;
}

std::optional<Forecast> forecast(const ForecastFacts &facts, const DayRange &period)
{
    const auto days = forecastByDay(facts, period);
    return days.isEmpty() ? std::nullopt : std::optional(days.constLast());
}

std::optional<Money> straightLine(const ForecastFacts &facts, const DayRange &period)
{
    const double gone = double(period.first.daysTo(facts.today)) + facts.dayGone;
    if (gone <= 0)
        return std::nullopt;
    return money(spentIn(period, facts) * double(period.days()) / gone, facts.todaySoFar.currency());
}

} // namespace tollkeeper
