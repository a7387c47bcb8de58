// SPDX-License-Identifier: GPL-3.0-or-later
#include "alerts/stored_budget_service.h"

#include "alerts/alert_service.h"
#include "alerts/budget_check.h"
#include "storage/budget_repository.h"

#include <QCoroFuture>

#include <algorithm>

using namespace Qt::Literals::StringLiterals;

namespace tollkeeper {

StoredBudgetService::StoredBudgetService(
    Storage &storage, const Clock &clock, AlertService &alerts, QObject *parent)
    : BudgetService(parent), m_storage(storage), m_clock(clock), m_alerts(alerts)
{
}

Async<BudgetId> StoredBudgetService::save(Budget budget)
{
    if (auto checked = checkBudget(budget); !checked)
        co_return fail(checked.error());
    if (!budget.id.isValid())
        budget.createdAt = m_clock.now();
    auto storing = m_storage.write([budget](Database &database) -> Result<BudgetId> {
        BudgetRepository budgets(database);
        const auto namesake = budgets.byName(budget.name);
        if (!namesake)
            return fail(namesake.error());
        if (*namesake && (*namesake)->id != budget.id)
            return fail(Error::Kind::InvalidInput, u"there is a budget with that name already"_s);
        return budgets.save(budget);
    });
    const auto stored = co_await storing;
    if (!stored)
        co_return fail(stored.error());
    auto following = follow();
    if (const auto followed = co_await following; !followed)
        co_return fail(followed.error());
    co_return *stored;
}

Async<Done> StoredBudgetService::remove(BudgetId budget)
{
    auto removing
        = m_storage.write([budget](Database &database) { return BudgetRepository(database).remove(budget); });
    if (const auto removed = co_await removing; !removed)
        co_return fail(removed.error());
    auto following = follow();
    const auto followed = co_await following;
    co_return followed;
}

Async<Done> StoredBudgetService::setMonthlyBudget(Money limit, bool includesByok)
{
    auto reading = m_storage.read([](Database &database) { return BudgetRepository(database).all(); });
    const auto known = co_await reading;
    if (!known)
        co_return fail(known.error());
    Budget budget;
    budget.name = QString::fromLatin1(MonthlyBudget);
    const auto shown = std::find_if(known->begin(), known->end(), isMonthlyForEverything);
    if (shown != known->end())
        budget = *shown;
    budget.limit = limit;
    budget.includesByok = includesByok;
    auto saving = save(budget);
    const auto saved = co_await saving;
    if (!saved)
        co_return fail(saved.error());
    co_return Done{};
}

Async<Done> StoredBudgetService::follow()
{
    Q_EMIT budgetsChanged();
    auto evaluating = m_alerts.evaluate();
    const auto evaluated = co_await evaluating;
    if (!evaluated)
        co_return fail(evaluated.error());
    co_return Done{};
}

} // namespace tollkeeper
