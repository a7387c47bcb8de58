// SPDX-License-Identifier: GPL-3.0-or-later
#include "alerts/budget_evaluation.h"

#include "storage/account_repository.h"
#include "storage/alert_repository.h"
#include "storage/budget_repository.h"
#include "storage/spend_repository.h"

namespace tollkeeper {
namespace {

Result<bool> someAccountCannotTell(Database &database)
{
    AccountRepository repository(database);
    const auto accounts = repository.all();
    if (!accounts)
        return fail(accounts.error());
    for (const auto &account : *accounts) {
        const auto health = repository.health(account.id);
        if (!health)
            return fail(health.error());
        if (!account.tellsSpend || health->failures > 0)
            return true;
    }
    return false;
}

Result<QList<BudgetAlert>> crossings(
    Database &database, const Budget &budget, const DayRange &period, const QDateTime &now, Notice notice)
{
    const auto spent = SpendRepository(database).total(period, budget.limit.currency());
    const auto isAtLeast = someAccountCannotTell(database);
    if (!spent)
        return fail(spent.error());
    if (!isAtLeast)
        return fail(isAtLeast.error());
    const auto counted = budget.includesByok ? spent->billed + spent->byok : spent->billed;

    QList<BudgetAlert> raised;
    for (const auto threshold : reachedThresholds(budget, counted)) {
        BudgetAlert alert;
        alert.budget = budget.id;
        alert.budgetName = budget.name;
        alert.threshold = threshold;
        alert.period = period;
        alert.limit = budget.limit;
        alert.spent = counted;
        alert.raisedAt = now;
        alert.isAtLeast = *isAtLeast;
        alert.notice = notice;
        const auto isNew = AlertRepository(database).addOnce(alert);
        if (!isNew)
            return fail(isNew.error());
        if (*isNew)
            raised.append(alert);
    }
    return raised;
}

} // namespace

Result<QList<BudgetAlert>> recordCrossings(Database &database, const QDateTime &now, Notice notice)
{
    return database.inTransaction([&]() -> Result<QList<BudgetAlert>> {
        const auto budgets = BudgetRepository(database).all();
        const auto zone = AccountRepository(database).zone();
        if (!budgets)
            return fail(budgets.error());
        if (!zone)
            return fail(zone.error());
        const auto period = monthOf(localDay(now, *zone));
        QList<BudgetAlert> raised;
        for (const auto &budget : *budgets) {
            const auto some = crossings(database, budget, period, now, notice);
            if (!some)
                return fail(some.error());
            raised.append(*some);
        }
        return raised;
    });
}

} // namespace tollkeeper
