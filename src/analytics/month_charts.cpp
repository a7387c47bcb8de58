// SPDX-License-Identifier: GPL-3.0-or-later
#include "analytics/month_charts.h"

#include <QMap>

#include <algorithm>
#include <utility>

namespace tollkeeper {
namespace {

constexpr int MostSeries = 7; // colours 1 to 7; the rest is the eighth

void addInto(DailySeries &sum, const DailySeries &part)
{
    sum.total += part.total;
    for (qsizetype i = 0; i < sum.days.size(); ++i)
        sum.days[i] += part.days.at(i);
}

DailySeries emptySeries(const DayRange &month, Currency currency)
{
    DailySeries series;
    series.total = Money::fromNanos(0, currency);
    series.days = QList<Money>(month.days(), series.total);
    return series;
}

//! What the series leave of each day's total.
DailySeries notItemised(
    const QList<DailySeries> &series, const QList<SpendSum> &days, const DayRange &month, Currency currency)
{
    auto rest = emptySeries(month, currency);
    for (const auto &day : days) {
        rest.days[month.first.daysTo(day.day)] += day.amount.billed;
        rest.total += day.amount.billed;
    }
    for (const auto &one : series) {
        rest.total -= one.total;
        for (qsizetype i = 0; i < rest.days.size(); ++i)
            rest.days[i] -= one.days.at(i);
    }
    return rest;
}

} // namespace

QList<Money> runningSums(const QList<SpendSum> &days, const DayRange &range, Currency currency)
{
    QList<Money> sums(range.days(), Money::fromNanos(0, currency));
    for (const auto &day : days)
        sums[range.first.daysTo(day.day)] += day.amount.billed;
    for (qsizetype i = 1; i < sums.size(); ++i)
        sums[i] += sums.at(i - 1);
    return sums;
}

QList<DailySeries> stacked(
    const QList<SpendSum> &sums, const QList<SpendSum> &days, const DayRange &month, Currency currency)
{
    QMap<std::pair<qint64, QString>, DailySeries> bySubject;
    for (const auto &sum : sums) {
        if (sum.name.isEmpty()) // a label that is not there: left to what no series has
            continue;
        auto &series = bySubject[{sum.ref, sum.name}];
        if (series.days.isEmpty()) {
            series = emptySeries(month, currency);
            series.name = sum.name;
        }
        series.total += sum.amount.billed;
        series.days[month.first.daysTo(sum.day)] += sum.amount.billed;
    }
    auto all = bySubject.values();
    all.removeIf([](const DailySeries &series) { return series.total.isZero(); });
    std::sort(all.begin(), all.end(), [](const auto &a, const auto &b) {
        return a.total == b.total ? a.name < b.name : a.total > b.total;
    });
    const auto unsplit = notItemised(all, days, month, currency);
    if (all.size() > MostSeries + 1) {
        auto rest = emptySeries(month, currency);
        rest.isRest = true;
        rest.members = static_cast<int>(all.size()) - MostSeries;
        while (all.size() > MostSeries)
            addInto(rest, all.takeLast());
        all.append(rest);
    }
    if (!unsplit.total.isZero())
        all.append(unsplit);
    return all;
}

} // namespace tollkeeper
