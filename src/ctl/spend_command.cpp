// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/decimal.h"
#include "ctl/commands.h"
#include "ctl/spend_conversion.h"
#include "ctl/usage_options.h"
#include "storage/account_repository.h"
#include "storage/spend_repository.h"
#include "words/figures.h"

#include <QJsonArray>

using namespace Qt::Literals::StringLiterals;

namespace tollkeeper::ctl {
namespace {

//! Defaults: this month up to today, by account, in the reporting zone and the ledger's main currency.
Result<SpendQuery> queryFrom(const Call &call)
{
    const auto &options = call.options;
    SpendQuery query;
    const auto stored
        = wait(call.engine.storage().read([](Database &database) -> Result<std::pair<QTimeZone, Currency>> {
              const auto zone = AccountRepository(database).zone();
              const auto currency = SpendRepository(database).mainCurrency();
              if (!zone)
                  return fail(zone.error());
              if (!currency)
                  return fail(currency.error());
              return std::pair(*zone, *currency);
          }));
    if (!stored)
        return fail(stored.error());
    query.zone = options.isSet(u"zone"_s) ? QTimeZone(options.value(u"zone"_s).toLatin1()) : stored->first;
    if (!query.zone.isValid())
        return fail(Error::Kind::InvalidInput,
            u"“%1” is no time zone such as Europe/Berlin"_s.arg(options.value(u"zone"_s)));
    query.currency = stored->second;
    const auto by = spendByFromText(options.isSet(u"by"_s) ? options.value(u"by"_s) : u"account"_s);
    if (!by)
        return fail(Error::Kind::InvalidInput,
            u"spend can be asked by account, key, model, provider, day, team or environment"_s);
    query.by = *by;
    const auto today = localDay(call.engine.clock().now(), query.zone);
    const auto from
        = options.isSet(u"from"_s) ? dateFrom(options.value(u"from"_s)) : Result<QDate>(monthOf(today).first);
    const auto to = options.isSet(u"to"_s) ? dateFrom(options.value(u"to"_s)) : Result<QDate>(today);
    if (!from)
        return fail(from.error());
    if (!to)
        return fail(to.error());
    if (*from > *to)
        return fail(Error::Kind::InvalidInput, u"--from lies after --to"_s);
    query.range = {*from, *to};
    return query;
}

QJsonObject tableJson(const SpendTable &table)
{
    QJsonArray rows;
    for (const auto &row : table.rows)
        rows.append(QJsonObject{{u"name"_s, row.name}, {u"amount"_s, toJson(row.amount.billed)},
            {u"byok"_s, toJson(row.amount.byok)}, {u"requests"_s, toJson(row.requests)},
            {u"input_tokens"_s, toJson(row.inputTokens)}, {u"output_tokens"_s, toJson(row.outputTokens)}});
    QJsonArray others;
    for (const auto &money : table.otherCurrencies)
        others.append(toJson(money));
    return {{u"from"_s, table.query.range.first.toString(Qt::ISODate)},
        {u"to"_s, table.query.range.last.toString(Qt::ISODate)}, {u"zone"_s, zoneText(table.query.zone)},
        {u"by"_s, toText(table.query.by)}, {u"total"_s, toJson(table.total.billed)},
        {u"byok"_s, toJson(table.total.byok)}, {u"not_itemised"_s, toJson(table.notItemised)},
        {u"at_least"_s, table.isAtLeast}, {u"other_currencies"_s, others}, {u"rows"_s, rows}};
}

void printTableOf(const Call &call, const SpendTable &table)
{
    QList<QStringList> rows{{QString(toText(table.query.by)).toUpper(), u"SPENT"_s, u"REQUESTS"_s}};
    for (const auto &row : table.rows)
        rows.append({row.name.isEmpty() ? u"(none)"_s : row.name, moneyText(row.amount.billed),
            row.requests ? QString::number(*row.requests) : u"unknown"_s});
    if (!table.notItemised.isZero())
        rows.append({u"not itemised"_s, moneyText(table.notItemised), QString()});
    rows.append(
        {table.isAtLeast ? u"total, at least"_s : u"total"_s, moneyText(table.total.billed), QString()});
    printTable(call.mode, rows, {false, true, true});
    for (const auto &money : table.otherCurrencies)
        printLine(call.mode, u"and %1, not in this total"_s.arg(moneyText(money)));
}

//! The same with its total in another currency beside it; the rows stay in their own.
Exit spendIn(const Call &call, const SpendTable &table)
{
    const auto currency = Currency::fromCode(call.options.value(u"in"_s));
    if (!currency)
        return reportUsage(u"--in needs three letters such as EUR."_s);
    const auto converted = convertedTotal(call.engine, table, *currency);
    if (!converted)
        return report(call.mode, converted.error());
    if (call.mode.json) {
        auto document = tableJson(table);
        document.insert(u"converted"_s, toJson(*converted));
        printJson(document);
    }
    printTableOf(call, table);
    if (!converted->total) {
        printLine(call.mode, u"There is no %1."_s.arg(converted->missing));
        return Exit::Incomplete;
    }
    printLine(call.mode, u"together %1"_s.arg(moneyText(*converted->total)));
    for (const auto &rate : converted->rates)
        printLine(call.mode,
            u"  with 1 %1 = %2 %3 from %4 on"_s.arg(rate.base.code(), decimalText(rate.nanos, Money::Scale),
                rate.quote.code(), rate.from.toString(Qt::ISODate)));
    return Exit::Done;
}

Exit spend(const Call &call)
{
    const auto query = queryFrom(call);
    if (!query)
        return report(call.mode, query.error());
    const auto table = wait(call.engine.reports().spend(*query));
    if (!table)
        return report(call.mode, table.error());
    if (call.options.isSet(u"in"_s))
        return spendIn(call, *table);
    if (call.mode.json)
        printJson(tableJson(*table));
    printTableOf(call, *table);
    return Exit::Done;
}

} // namespace

QList<Command> spendCommands()
{
    const QList<QCommandLineOption> options{
        {u"from"_s, u"First day, this month's first by default."_s, u"D"_s},
        {u"to"_s, u"Last day, today by default."_s, u"D"_s},
        {u"by"_s, u"account, key, model, provider, day, team or environment."_s, u"WHAT"_s},
        {u"zone"_s, u"Days of this time zone instead of the reporting zone."_s, u"Z"_s},
        {u"in"_s, u"Tell the total in this currency as well, by the rates of the days."_s, u"CUR"_s},
    };
    return {{u"spend"_s, u"What was spent, and by whom."_s, {}, Needs::Reading, options, spend}};
}

} // namespace tollkeeper::ctl
