// SPDX-License-Identifier: GPL-3.0-or-later
#include "ctl/commands.h"
#include "storage/budget_repository.h"
#include "words/figures.h"

#include <QJsonArray>

using namespace Qt::Literals::StringLiterals;

namespace tollkeeper::ctl {
namespace {

Exit set(const Call &call)
{
    if (call.arguments.size() != 1)
        return reportUsage(u"budget set needs the amount of a month, such as 12000."_s);
    const auto currency = Currency::fromCode(
        call.options.isSet(u"currency"_s) ? call.options.value(u"currency"_s) : u"USD"_s);
    if (!currency)
        return reportUsage(u"--currency needs three letters such as USD."_s);
    const auto limit = Money::fromText(call.arguments.constFirst(), *currency);
    if (!limit)
        return reportUsage(
            u"“%1” is no amount such as 12000 or 12000.50."_s.arg(call.arguments.constFirst()));
    const auto done = wait(call.engine.alerts().setMonthlyBudget(*limit, call.options.isSet(u"byok"_s)));
    if (!done)
        return report(call.mode, done.error());
    if (call.mode.json)
        printJson({{u"name"_s, QString::fromLatin1(StoredAlertService::MonthlyBudget)},
            {u"limit"_s, toJson(*limit)}, {u"byok"_s, call.options.isSet(u"byok"_s)}});
    printLine(call.mode, u"The monthly budget for everything is %1."_s.arg(moneyText(*limit)));
    return Exit::Done;
}

Exit list(const Call &call)
{
    const auto budgets = wait(
        call.engine.storage().read([](Database &database) { return BudgetRepository(database).all(); }));
    if (!budgets)
        return report(call.mode, budgets.error());
    const auto overview = wait(call.engine.reports().overview());
    if (!overview)
        return report(call.mode, overview.error());
    QJsonArray rows;
    QList<QStringList> table{{u"BUDGET"_s, u"PERIOD"_s, u"LIMIT"_s, u"SPENT"_s, u"USED"_s}};
    for (const auto &budget : *budgets) {
        QJsonArray thresholds;
        for (const auto threshold : budget.thresholds)
            thresholds.append(threshold);
        rows.append(QJsonObject{{u"name"_s, budget.name}, {u"scope"_s, u"everything"_s},
            {u"period"_s, u"month"_s}, {u"limit"_s, toJson(budget.limit)}, {u"byok"_s, budget.includesByok},
            {u"thresholds"_s, thresholds}, {u"spent"_s, toJson(overview->counted)},
            {u"at_least"_s, overview->isAtLeast}});
        table.append({budget.name, u"month"_s, moneyText(budget.limit), moneyText(overview->counted),
            percentText(overview->counted, budget.limit)});
    }
    if (call.mode.json)
        printJson({{u"budgets"_s, rows}});
    printTable(call.mode, table, {false, false, true, true, true});
    return Exit::Done;
}

} // namespace

QList<Command> budgetCommands()
{
    return {
        {u"budget set"_s, u"Set the monthly budget for everything."_s, u"AMOUNT"_s, Needs::Writing,
            {{u"currency"_s, u"Currency, USD by default."_s, u"C"_s},
                {u"byok"_s, u"Count what providers bill directly (BYOK) as well."_s}},
            set},
        {u"budget list"_s, u"List the budgets and how much of them is used."_s, {}, Needs::Reading, {}, list},
    };
}

} // namespace tollkeeper::ctl
