// SPDX-License-Identifier: GPL-3.0-or-later
#include "analytics/budget_thresholds.h"

#include <algorithm>

namespace tollkeeper {
namespace {

std::optional<QDate> dayReached(const BudgetOutlook &outlook, Money amount)
{
    for (qsizetype i = 0; i < outlook.cumulative.size(); ++i) {
        if (outlook.cumulative.at(i).nanos() >= amount.nanos())
            return outlook.period.first.addDays(i);
    }
    return std::nullopt;
}

//! The days of a forecast end with the period's last.
std::optional<QDate> dayExpected(const BudgetOutlook &outlook, Money amount)
{
    const auto first = outlook.period.last.addDays(1 - outlook.byDay.size());
    for (qsizetype i = 0; i < outlook.byDay.size(); ++i) {
        if (outlook.byDay.at(i).expected.nanos() >= amount.nanos())
            return first.addDays(i);
    }
    return std::nullopt;
}

QList<int> ascending(QList<int> percents)
{
    std::ranges::sort(percents);
    return percents;
}

} // namespace

QList<ThresholdLine> thresholdsOf(const Budget &budget)
{
    QList<ThresholdLine> lines;
    for (const auto percent : ascending(budget.thresholds))
        lines.append({AlertKind::BudgetSpent, percent, amountAt(percent, budget.limit), false, {}});
    for (const auto percent : ascending(budget.forecastThresholds))
        lines.append({AlertKind::BudgetForecast, percent, amountAt(percent, budget.limit), false, {}});
    return lines;
}

QList<ThresholdLine> thresholdsOf(const Budget &budget, const BudgetOutlook &outlook)
{
    auto lines = thresholdsOf(budget);
    for (auto &line : lines) {
        if (line.kind == AlertKind::BudgetForecast) {
            line.isReached = outlook.forecast && outlook.forecast->expected.nanos() >= line.amount.nanos();
            continue;
        }
        line.isReached = outlook.counted.nanos() >= line.amount.nanos();
        line.day = line.isReached ? dayReached(outlook, line.amount) : dayExpected(outlook, line.amount);
    }
    return lines;
}

} // namespace tollkeeper
