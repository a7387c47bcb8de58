// SPDX-License-Identifier: GPL-3.0-or-later
#include "ctl/budget_options.h"
#include "ctl/budget_standing.h"
#include "ctl/commands.h"
#include "storage/budget_repository.h"
#include "words/figures.h"

#include <QJsonArray>

#include <algorithm>

using namespace Qt::Literals::StringLiterals;

namespace tollkeeper::ctl {
namespace {

Result<QList<Budget>> allBudgets(Engine &engine)
{
    return wait(engine.storage().read([](Database &database) { return BudgetRepository(database).all(); }));
}

Result<Budget> budgetNamed(Engine &engine, const QString &name)
{
    const auto budgets = allBudgets(engine);
    if (!budgets)
        return fail(budgets.error());
    const auto found = std::find_if(
        budgets->begin(), budgets->end(), [&](const Budget &budget) { return budget.name == name; });
    return found == budgets->end() ? fail(Error::Kind::NotFound, u"budget named “%1”"_s.arg(name))
                                   : Result<Budget>(*found);
}

Outcome applyAmount(const Call &call, const QString &typed, Budget &budget)
{
    auto currency = budget.limit.currency();
    if (call.options.isSet(u"currency"_s)) {
        const auto asked = Currency::fromCode(call.options.value(u"currency"_s));
        if (!asked)
            return fail(Error::Kind::InvalidInput, u"--currency needs three letters such as USD"_s);
        currency = *asked;
    }
    const auto limit = typed.isEmpty() ? Result<Money>(Money::fromNanos(budget.limit.nanos(), currency))
                                       : Money::fromText(typed, currency);
    if (!limit)
        return fail(Error::Kind::InvalidInput, u"“%1” is no amount such as 12000 or 12000.50"_s.arg(typed));
    budget.limit = *limit;
    return Done{};
}

Exit save(const Call &call, Budget budget, const QString &amount)
{
    if (auto applied = applyAmount(call, amount, budget); !applied)
        return report(call.mode, applied.error());
    if (auto applied = applyBudgetOptions(call, budget); !applied)
        return report(call.mode, applied.error());
    const auto saved = wait(call.engine.budgets().save(budget));
    if (!saved)
        return report(call.mode, saved.error());
    const auto standings = budgetStandings(call.engine);
    if (!standings)
        return report(call.mode, standings.error());
    for (const auto &standing : *standings) {
        if (standing.budget.id != *saved)
            continue;
        if (call.mode.json)
            printJson(toJson(standing));
        printLine(call.mode,
            u"The %1 budget “%2” for %3 is %4."_s.arg(QString(toText(standing.budget.period.kind)),
                standing.budget.name, standing.scope, moneyText(standing.budget.limit)));
    }
    return Exit::Done;
}

Exit add(const Call &call)
{
    if (call.arguments.size() != 2)
        return reportUsage(u"budget add needs a name and an amount, such as Support 4800."_s);
    Budget budget;
    budget.name = call.arguments.constFirst();
    return save(call, budget, call.arguments.constLast());
}

//! Without a name it is the monthly budget for everything, which is made on first use.
Exit set(const Call &call)
{
    if (call.arguments.size() > 1)
        return reportUsage(u"budget set needs at most one amount, such as 12000."_s);
    const auto amount = call.arguments.value(0);
    if (call.options.isSet(u"name"_s)) {
        const auto named = budgetNamed(call.engine, call.options.value(u"name"_s));
        return named ? save(call, *named, amount) : report(call.mode, named.error());
    }
    const auto budgets = allBudgets(call.engine);
    if (!budgets)
        return report(call.mode, budgets.error());
    const auto shown = std::find_if(budgets->begin(), budgets->end(), isMonthlyForEverything);
    Budget budget;
    budget.name = QString::fromLatin1(BudgetService::MonthlyBudget);
    return save(call, shown == budgets->end() ? budget : *shown, amount);
}

Exit remove(const Call &call)
{
    if (call.arguments.size() != 1)
        return reportUsage(u"budget remove needs the name of a budget."_s);
    const auto named = budgetNamed(call.engine, call.arguments.constFirst());
    if (!named)
        return report(call.mode, named.error());
    if (auto removed = wait(call.engine.budgets().remove(named->id)); !removed)
        return report(call.mode, removed.error());
    if (call.mode.json)
        printJson({{u"removed"_s, named->name}});
    printLine(call.mode, u"The budget “%1” is removed; its alerts stay in the inbox."_s.arg(named->name));
    return Exit::Done;
}

Exit list(const Call &call)
{
    const auto standings = budgetStandings(call.engine);
    if (!standings)
        return report(call.mode, standings.error());
    QJsonArray rows;
    QList<QStringList> table{budgetHeading()};
    for (const auto &standing : *standings) {
        rows.append(toJson(standing));
        table.append(budgetRow(standing));
    }
    if (call.mode.json)
        printJson({{u"budgets"_s, rows}});
    printTable(call.mode, table, budgetAlignment());
    return Exit::Done;
}

} // namespace

QList<Command> budgetCommands()
{
    const QCommandLineOption name(
        u"name"_s, u"Which budget; without it the monthly one for everything."_s, u"NAME"_s);
    return {
        {u"budget add"_s, u"Add a budget: a limit that warns."_s, u"NAME AMOUNT"_s, Needs::Writing,
            budgetOptions(), add},
        {u"budget set"_s, u"Change a budget, or set the monthly one for everything."_s, u"[AMOUNT]"_s,
            Needs::Writing, budgetOptions() + QList{name}, set},
        {u"budget remove"_s, u"Remove a budget."_s, u"NAME"_s, Needs::Writing, {}, remove},
        {u"budget list"_s, u"List the budgets, what is used of them and what is expected."_s, {},
            Needs::Reading, {}, list},
    };
}

} // namespace tollkeeper::ctl
