// SPDX-License-Identifier: GPL-3.0-or-later
#include "alerts/budget_check.h"

#include <algorithm>

using namespace Qt::Literals::StringLiterals;

namespace tollkeeper {
namespace {

constexpr int MostPercent = 1000;

Outcome inOrder(QList<int> &thresholds)
{
    std::sort(thresholds.begin(), thresholds.end());
    thresholds.erase(std::unique(thresholds.begin(), thresholds.end()), thresholds.end());
    const bool isSound
        = thresholds.isEmpty() || (thresholds.constFirst() >= 1 && thresholds.constLast() <= MostPercent);
    return isSound ? Outcome(Done{})
                   : fail(Error::Kind::InvalidInput, u"a threshold lies between 1 % and 1000 %"_s);
}

} // namespace

Outcome checkBudget(Budget &budget)
{
    budget.name = budget.name.trimmed();
    if (budget.name.isEmpty())
        return fail(Error::Kind::InvalidInput, u"a budget needs a name"_s);
    if (budget.limit.nanos() <= 0)
        return fail(Error::Kind::InvalidInput, u"the budget must be more than zero"_s);
    const bool isEverything = budget.scope.kind == BudgetScope::Kind::Everything;
    if (isEverything)
        budget.scope.value.clear();
    if (!isEverything && budget.scope.value.isEmpty())
        return fail(Error::Kind::InvalidInput, u"the budget needs to know what it counts"_s);
    const auto &custom = budget.period.custom;
    const bool isCustom = budget.period.kind == BudgetPeriod::Kind::Custom;
    if (isCustom && (!custom.first.isValid() || !custom.last.isValid() || custom.last < custom.first))
        return fail(Error::Kind::InvalidInput, u"the last day of a budget lies before its first"_s);
    if (auto sound = inOrder(budget.thresholds); !sound)
        return sound;
    return inOrder(budget.forecastThresholds);
}

} // namespace tollkeeper
