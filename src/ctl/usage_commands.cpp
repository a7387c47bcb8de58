// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/clock.h"
#include "ctl/commands.h"
#include "ctl/usage_json.h"
#include "ctl/usage_options.h"
#include "domain/request_words.h"
#include "storage/usage_group_repository.h"
#include "words/figures.h"

#include <QJsonArray>

using namespace Qt::Literals::StringLiterals;

namespace tollkeeper::ctl {
namespace {

constexpr int UsualRows = 50;
constexpr int MostRows = 100'000; // more of them belong into an export
constexpr int RowDecimals = 6;

QString costText(const RequestFacts &facts)
{
    return facts.cost ? moneyText(facts.cost->billed, RowDecimals) : u"unknown"_s;
}

void printRows(const Call &call, const QList<UsageRow> &rows)
{
    QList<QStringList> table{
        {u"TIME (UTC)"_s, u"MODEL"_s, u"PROVIDER"_s, u"OUTCOME"_s, u"COST"_s, u"KEY"_s, u"ID"_s}};
    for (const auto &row : rows) {
        const auto &facts = row.facts;
        const bool isSame = facts.servedModel.isEmpty() || facts.servedModel == facts.requestedModel;
        const auto model = facts.requestedModel.isEmpty() ? facts.servedModel
            : isSame                                      ? facts.requestedModel
                     : facts.requestedModel + u" > "_s + facts.servedModel;
        table.append({utcText(facts.startedAt), model, facts.provider, QString(toText(facts.outcome)),
            costText(facts), row.keyName, facts.requestId});
    }
    printTable(call.mode, table, {false, false, false, false, true, false, false});
}

void printSummary(const Call &call, const UsageOutline &outline)
{
    const auto &summary = outline.summary;
    printLine(call.mode,
        u"%1 %2; %3 failed, %4 incomplete, %5 fell back"_s.arg(outline.rows)
            .arg(outline.rows == 1 ? u"request"_s : u"requests"_s)
            .arg(summary.failed)
            .arg(summary.incomplete)
            .arg(summary.fellBack));
    printLine(call.mode,
        u"%1%2"_s.arg(summary.unpriced > 0 ? u"at least "_s : QString(), moneyText(summary.spend)));
    for (const auto &money : summary.otherCurrencies)
        printLine(call.mode, u"and %1, not in this sum"_s.arg(moneyText(money)));
}

QJsonObject headJson(const UsageFilter &filter, const QTimeZone &zone)
{
    return {{u"from"_s, filter.days.first.toString(Qt::ISODate)},
        {u"to"_s, filter.days.last.toString(Qt::ISODate)}, {u"zone"_s, zoneText(zone)}};
}

Exit listRows(const Call &call, const UsageOutline &outline)
{
    bool isNumber = true;
    const auto limit
        = call.options.isSet(u"limit"_s) ? call.options.value(u"limit"_s).toInt(&isNumber) : UsualRows;
    if (!isNumber || limit < 0 || limit > MostRows)
        return reportUsage(u"--limit takes a number up to %1; export writes all rows."_s.arg(MostRows));
    const auto shared = std::make_shared<const UsageOutline>(outline);
    const auto rows = wait(call.engine.usage().rows(shared, 0, limit));
    if (!rows)
        return report(call.mode, rows.error());
    if (call.mode.json) {
        QJsonArray array;
        for (const auto &row : *rows)
            array.append(toJson(row));
        auto document = headJson(outline.filter, outline.zone);
        document.insert(u"summary"_s, toJson(outline.summary));
        document.insert(u"rows"_s, array);
        printJson(document);
    }
    printRows(call, *rows);
    if (rows->size() < outline.rows)
        printLine(call.mode, u"the newest %1 of"_s.arg(rows->size()));
    printSummary(call, outline);
    return Exit::Done;
}

Exit listGroups(const Call &call, const UsageOutline &outline, UsageBy by)
{
    const auto groups
        = wait(call.engine.storage().readLong([filter = outline.filter, by](Database &database) {
              return UsageGroupRepository(database).groups(filter, by);
          }));
    if (!groups)
        return report(call.mode, groups.error());
    QJsonArray array;
    QList<QStringList> table{{call.options.value(u"by"_s).toUpper(), u"REQUESTS"_s, u"COST"_s}};
    for (const auto &group : *groups) {
        array.append(toJson(group));
        QStringList costs;
        for (const auto &amount : group.amounts)
            costs.append(moneyText(amount.billed));
        const auto name = group.name.isEmpty() ? u"(none)"_s : group.name;
        table.append({name, QString::number(group.requests),
            costs.isEmpty() ? u"unknown"_s
                            : (group.unpriced > 0 ? u"at least "_s : QString()) + costs.join(u", "_s)});
    }
    if (call.mode.json) {
        auto document = headJson(outline.filter, outline.zone);
        document.insert(u"by"_s, call.options.value(u"by"_s));
        document.insert(u"summary"_s, toJson(outline.summary));
        document.insert(u"rows"_s, array);
        printJson(document);
    }
    printTable(call.mode, table, {false, true, true});
    printSummary(call, outline);
    return Exit::Done;
}

Exit usage(const Call &call)
{
    const auto filter = usageFilterFrom(call);
    if (!filter)
        return report(call.mode, filter.error());
    const auto outline = wait(call.engine.usage().outline(*filter));
    if (!outline)
        return report(call.mode, outline.error());
    const auto by = call.options.isSet(u"by"_s) ? call.options.value(u"by"_s) : u"requests"_s;
    if (by == u"requests")
        return listRows(call, *outline);
    if (by == u"day")
        return listGroups(call, *outline, UsageBy::Day);
    if (by == u"model")
        return listGroups(call, *outline, UsageBy::Model);
    if (by == u"key")
        return listGroups(call, *outline, UsageBy::Key);
    return reportUsage(u"usage can be asked by requests, day, model or key."_s);
}

Exit views(const Call &call)
{
    const auto views = wait(call.engine.usage().savedViews());
    if (!views)
        return report(call.mode, views.error());
    QJsonArray array;
    for (const auto &view : *views) {
        array.append(QJsonObject{{u"name"_s, view.name}, {u"period"_s, view.period}});
        printLine(call.mode, u"%1  (%2)"_s.arg(view.name, view.period));
    }
    if (call.mode.json)
        printJson({{u"views"_s, array}});
    return Exit::Done;
}

} // namespace

QList<Command> usageCommands()
{
    const QList<QCommandLineOption> own{
        {u"limit"_s, u"At most so many requests, the newest; %1 by default."_s.arg(UsualRows), u"N"_s},
        {u"by"_s, u"requests, day, model or key."_s, u"WHAT"_s},
    };
    return {
        {u"usage views"_s, u"List the saved views."_s, {}, Needs::Reading, {}, views},
        {u"usage"_s, u"Single requests, newest first, and what they come to."_s, {}, Needs::Reading,
            usageOptions() + own, usage},
    };
}

} // namespace tollkeeper::ctl
