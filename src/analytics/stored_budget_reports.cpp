// SPDX-License-Identifier: GPL-3.0-or-later
#include "analytics/stored_budget_reports.h"

#include "analytics/budget_table_builder.h"

#include <QCoroFuture>

namespace tollkeeper {

StoredBudgetReports::StoredBudgetReports(
    Storage &storage, const Clock &clock, TraitsByGateway traits, QObject *parent)
    : BudgetReports(parent), m_storage(storage), m_clock(clock), m_traits(std::move(traits))
{
}

Async<BudgetTable> StoredBudgetReports::budgets()
{
    auto reading = m_storage.read([traits = m_traits, now = m_clock.now()](Database &database) {
        return BudgetTableBuilder(database, now, traits).table();
    });
    auto answer = co_await reading;
    co_return answer;
}

Async<BudgetDetails> StoredBudgetReports::details(Budget budget)
{
    auto reading = m_storage.read([budget, traits = m_traits, now = m_clock.now()](Database &database) {
        return BudgetTableBuilder(database, now, traits).details(budget);
    });
    auto answer = co_await reading;
    co_return answer;
}

Async<BudgetChoices> StoredBudgetReports::choices()
{
    auto reading = m_storage.read([traits = m_traits, now = m_clock.now()](Database &database) {
        return BudgetTableBuilder(database, now, traits).choices();
    });
    auto answer = co_await reading;
    co_return answer;
}

} // namespace tollkeeper
