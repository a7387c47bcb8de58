// SPDX-License-Identifier: GPL-3.0-or-later
#include "ctl/budget_standing.h"

#include "ctl/budget_options.h"
#include "storage/account_repository.h"
#include "storage/budget_repository.h"
#include "words/figures.h"

#include <QJsonArray>

using namespace Qt::Literals::StringLiterals;

namespace tollkeeper::ctl {
namespace {

Result<QList<BudgetStanding>> read(Database &database, const QDateTime &now)
{
    const auto budgets = BudgetRepository(database).all();
    const auto zone = AccountRepository(database).zone();
    if (!budgets || !zone)
        return fail(!budgets ? budgets.error() : zone.error());
    QList<BudgetStanding> standings;
    for (const auto &budget : *budgets) {
        const auto outlook = outlookOf(database, budget, localDay(now, *zone), now, *zone);
        if (!outlook)
            return fail(outlook.error());
        standings.append({budget, {}, *outlook});
    }
    return standings;
}

QJsonArray numbers(const QList<int> &list)
{
    QJsonArray array;
    for (const auto number : list)
        array.append(number);
    return array;
}

QString stateOf(const BudgetStanding &standing)
{
    if (standing.budget.isPaused)
        return u"paused"_s;
    if (!standing.outlook)
        return u"not now"_s;
    if (standing.isOver())
        return u"over"_s;
    if (standing.isExpectedOver())
        return u"expected over"_s;
    return standing.outlook->forecast ? u"on track"_s : u"no forecast yet"_s;
}

} // namespace

Result<QList<BudgetStanding>> budgetStandings(Engine &engine)
{
    auto standings = wait(engine.storage().read(
        [now = engine.clock().now()](Database &database) { return read(database, now); }));
    if (!standings)
        return fail(standings.error());
    for (auto &standing : *standings)
        standing.scope = scopeText(engine, standing.budget.scope);
    return standings;
}

QJsonObject toJson(const BudgetStanding &standing)
{
    const auto &budget = standing.budget;
    QJsonObject json{{u"name"_s, budget.name}, {u"scope"_s, standing.scope},
        {u"period"_s, toText(budget.period.kind)}, {u"limit"_s, ctl::toJson(budget.limit)},
        {u"byok"_s, budget.includesByok}, {u"thresholds"_s, numbers(budget.thresholds)},
        {u"forecast_thresholds"_s, numbers(budget.forecastThresholds)}, {u"paused"_s, budget.isPaused},
        {u"state"_s, stateOf(standing).replace(u' ', u'_')}, {u"from"_s, QJsonValue()},
        {u"to"_s, QJsonValue()}, {u"spent"_s, QJsonValue()}, {u"forecast"_s, QJsonValue()},
        {u"at_least"_s, QJsonValue()}};
    if (const auto &outlook = standing.outlook) {
        json[u"from"_s] = outlook->period.first.toString(Qt::ISODate);
        json[u"to"_s] = outlook->period.last.toString(Qt::ISODate);
        json[u"spent"_s] = ctl::toJson(outlook->counted);
        json[u"at_least"_s] = outlook->isAtLeast;
        if (outlook->forecast)
            json[u"forecast"_s] = ctl::toJson(outlook->forecast->expected);
    }
    return json;
}

QStringList budgetRow(const BudgetStanding &standing)
{
    const auto &budget = standing.budget;
    const auto &outlook = standing.outlook;
    return {budget.name, standing.scope, QString(toText(budget.period.kind)), moneyText(budget.limit),
        outlook ? (outlook->isAtLeast ? u"at least "_s : QString()) + moneyText(outlook->counted) : u"-"_s,
        outlook ? percentText(outlook->counted, budget.limit) : u"-"_s,
        outlook && outlook->forecast ? moneyText(outlook->forecast->expected) : u"-"_s, stateOf(standing)};
}

QStringList budgetHeading()
{
    return {u"BUDGET"_s, u"COUNTS"_s, u"PERIOD"_s, u"LIMIT"_s, u"SPENT"_s, u"USED"_s, u"FORECAST"_s,
        u"OUTLOOK"_s};
}

QList<bool> budgetAlignment()
{
    return {false, false, false, true, true, true, true, false};
}

} // namespace tollkeeper::ctl
