// SPDX-License-Identifier: GPL-3.0-or-later
#include "viewmodels/budget_form.h"

#include "viewmodels/amount_input.h"
#include "viewmodels/key_input.h"

#include <algorithm>
#include <tuple>

using namespace Qt::Literals::StringLiterals;

namespace tollkeeper {
namespace {

QString typedDay(QDate day)
{
    return day.isValid() ? day.toString(Qt::ISODate) : QString();
}

} // namespace

BudgetForm BudgetForm::of(const Budget &budget)
{
    BudgetForm form;
    form.name = budget.name;
    form.scope = budget.scope;
    form.limit = budget.limit.isZero() ? QString() : typedMoney(budget.limit);
    form.currency = budget.limit.currency();
    form.period = budget.period.kind;
    form.weekStart = budget.period.weekStart;
    form.firstDay = typedDay(budget.period.custom.first);
    form.lastDay = typedDay(budget.period.custom.last);
    form.countsByok = budget.includesByok;
    for (const auto percent : budget.thresholds)
        form.addThreshold(false, percent);
    for (const auto percent : budget.forecastThresholds)
        form.addThreshold(true, percent);
    form.channels = budget.channels;
    form.isPaused = budget.isPaused;
    return form;
}

void BudgetForm::addThreshold(bool isForecast, int percent)
{
    const auto isIt = [&](const FormThreshold &known) {
        return known.isForecast == isForecast && known.percent == percent;
    };
    if (const auto known = std::ranges::find_if(thresholds, isIt); known != thresholds.end())
        known->isOn = true;
    else
        thresholds.append({isForecast, percent, true});
    std::ranges::stable_sort(
        thresholds, {}, [](const FormThreshold &one) { return std::tuple(one.isForecast, one.percent); });
}

QString BudgetForm::problem(const QStringList &taken) const
{
    if (name.trimmed().isEmpty())
        return tr("Type a name for the budget.");
    if (taken.contains(name.trimmed(), Qt::CaseInsensitive))
        return tr("Another budget has this name: type another one.");
    if (scope.kind != BudgetScope::Kind::Everything && scope.value.isEmpty())
        return tr("Choose whose spend it counts.");
    if (!amountFromInput(limit, currency))
        return tr("Type a limit of more than 0, such as 4,800 or 4.8k.");
    return period == BudgetPeriod::Kind::Custom ? periodProblem() : QString();
}

QString BudgetForm::periodProblem() const
{
    const auto first = dayFromInput(firstDay);
    const auto last = dayFromInput(lastDay);
    if (!first || !last)
        return tr("Type the first and the last day, such as 2026-07-01.");
    return *last < *first ? tr("The last day is before the first: exchange them.") : QString();
}

Budget BudgetForm::budget(const Budget &base) const
{
    auto budget = base;
    budget.name = name.trimmed();
    budget.scope = scope;
    if (scope.kind == BudgetScope::Kind::Everything)
        budget.scope.value.clear();
    budget.limit = amountFromInput(limit, currency).value_or(base.limit);
    budget.period.kind = period;
    budget.period.weekStart = weekStart;
    if (period == BudgetPeriod::Kind::Custom && periodProblem().isEmpty())
        budget.period.custom = {*dayFromInput(firstDay), *dayFromInput(lastDay)};
    budget.includesByok = countsByok;
    budget.thresholds.clear();
    budget.forecastThresholds.clear();
    for (const auto &threshold : thresholds) {
        if (threshold.isOn)
            (threshold.isForecast ? budget.forecastThresholds : budget.thresholds).append(threshold.percent);
    }
    budget.channels = channels;
    budget.isPaused = isPaused;
    return budget;
}

} // namespace tollkeeper
