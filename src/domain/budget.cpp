// SPDX-License-Identifier: GPL-3.0-or-later
#include "domain/budget.h"

#include "base/decimal.h"
#include "domain/word_table.h"

#include <algorithm>

using namespace Qt::Literals::StringLiterals;

namespace tollkeeper {
namespace {

constexpr std::array ScopeWords{"everything"_L1, "account"_L1, "key"_L1, "team"_L1, "environment"_L1,
    "model"_L1, "provider"_L1, "tag"_L1};
constexpr std::array PeriodWords{"daily"_L1, "weekly"_L1, "monthly"_L1, "custom"_L1};
constexpr int WholePercent = 100;
constexpr int WarningPercent = 80;
constexpr int DaysOfWeek = 7;

} // namespace

QLatin1StringView toText(BudgetScope::Kind kind)
{
    return wordOf(ScopeWords, kind);
}

std::optional<BudgetScope::Kind> budgetScopeFromText(QStringView text)
{
    return fromWord<BudgetScope::Kind>(ScopeWords, text);
}

QLatin1StringView toText(BudgetPeriod::Kind kind)
{
    return wordOf(PeriodWords, kind);
}

std::optional<BudgetPeriod::Kind> budgetPeriodFromText(QStringView text)
{
    return fromWord<BudgetPeriod::Kind>(PeriodWords, text);
}

std::optional<DayRange> BudgetPeriod::around(QDate day) const
{
    switch (kind) {
    case Kind::Daily:
        return DayRange{day, day};
    case Kind::Weekly: {
        const auto first = day.addDays(-((day.dayOfWeek() - int(weekStart) + DaysOfWeek) % DaysOfWeek));
        return DayRange{first, first.addDays(DaysOfWeek - 1)};
    }
    case Kind::Monthly:
        return monthOf(day);
    case Kind::Custom:
        break;
    }
    if (custom.first <= day && day <= custom.last)
        return custom;
    return std::nullopt;
}

Money amountAt(int percent, Money limit)
{
    return Money::fromNanos(scaledHalfEven(limit.nanos(), percent, WholePercent), limit.currency());
}

QList<int> reachedThresholds(const QList<int> &thresholds, Money limit, Money spent)
{
    QList<int> reached;
    for (const auto percent : thresholds) {
        if (limit.nanos() > 0 && spent.nanos() >= amountAt(percent, limit).nanos())
            reached.append(percent);
    }
    std::sort(reached.begin(), reached.end());
    return reached;
}

AlertSeverity severityOf(AlertKind kind, int threshold)
{
    if (kind == AlertKind::BudgetForecast)
        return AlertSeverity::Warning;
    if (threshold >= WholePercent)
        return AlertSeverity::Critical;
    return threshold >= WarningPercent ? AlertSeverity::Warning : AlertSeverity::Info;
}

} // namespace tollkeeper
