// SPDX-License-Identifier: GPL-3.0-or-later
#include "ctl/budget_standing.h"
#include "ctl/commands.h"

#include <QJsonArray>

using namespace Qt::Literals::StringLiterals;

namespace tollkeeper::ctl {
namespace {

//! A budget that counts what some account could not tell may be over without anybody knowing.
bool isUnsure(const BudgetStanding &standing)
{
    return standing.outlook && standing.outlook->isAtLeast;
}

Exit check(const Call &call)
{
    const auto standings = budgetStandings(call.engine);
    if (!standings)
        return report(call.mode, standings.error());
    const auto only = call.options.value(u"budget"_s);
    QJsonArray over;
    QJsonArray rows;
    bool unsure = false;
    bool found = only.isEmpty();
    QList<QStringList> table{budgetHeading()};
    for (const auto &standing : *standings) {
        if (standing.budget.isPaused || (!only.isEmpty() && standing.budget.name != only))
            continue;
        found = true;
        const bool fails
            = standing.isOver() || (call.options.isSet(u"forecast"_s) && standing.isExpectedOver());
        unsure = unsure || (!fails && isUnsure(standing));
        if (fails)
            over.append(standing.budget.name);
        rows.append(toJson(standing));
        table.append(budgetRow(standing));
    }
    if (!found)
        return report(call.mode, {.kind = Error::Kind::NotFound, .detail = u"budget named “%1”"_s.arg(only)});
    if (call.mode.json)
        printJson(
            {{u"ok"_s, over.isEmpty()}, {u"over"_s, over}, {u"incomplete"_s, unsure}, {u"budgets"_s, rows}});
    printTable(call.mode, table, budgetAlignment());
    if (unsure)
        printWarning(call.mode,
            u"Some account could not tell all of its spend: a budget may be over without showing."_s);
    if (!over.isEmpty())
        return Exit::No;
    return unsure && call.options.isSet(u"strict"_s) ? Exit::Incomplete : Exit::Done;
}

} // namespace

QList<Command> checkCommands()
{
    const QList<QCommandLineOption> options{{u"budget"_s, u"Only this budget."_s, u"NAME"_s},
        {u"forecast"_s, u"Also a budget that is expected to be over counts as over."_s},
        {u"strict"_s, u"Exit 4 where figures are incomplete."_s}};
    return {{u"check"_s, u"Exit 1 when any budget is over: for cron and CI. It asks no gateway; poll does."_s,
                {}, Needs::Reading, options, check},
        {u"budget check"_s, u"The same as check."_s, {}, Needs::Reading, options, check}};
}

} // namespace tollkeeper::ctl
