// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/decimal.h"
#include "ctl/commands.h"
#include "ctl/usage_options.h"
#include "storage/account_repository.h"
#include "storage/rate_repository.h"
#include "sync/import/rate_file.h"
#include "words/import_words.h"

#include <QJsonArray>
#include <QTextStream>

using namespace Qt::Literals::StringLiterals;

namespace tollkeeper::ctl {
namespace {

QString rateText(const ExchangeRate &rate)
{
    return decimalText(rate.nanos, Money::Scale);
}

Result<std::pair<Currency, Currency>> pairFrom(const QStringList &arguments)
{
    const auto base = Currency::fromCode(arguments.value(0));
    const auto quote = Currency::fromCode(arguments.value(1));
    if (!base || !quote || *base == *quote)
        return fail(Error::Kind::InvalidInput, u"a rate is of two currencies, such as CNY USD"_s);
    return std::pair(*base, *quote);
}

Result<QDate> dayFrom(const Call &call)
{
    if (call.options.isSet(u"day"_s))
        return dateFrom(call.options.value(u"day"_s));
    const auto zone = wait(
        call.engine.storage().read([](Database &database) { return AccountRepository(database).zone(); }));
    if (!zone)
        return fail(zone.error());
    return localDay(call.engine.clock().now(), *zone);
}

Exit list(const Call &call)
{
    const auto rates
        = wait(call.engine.storage().read([](Database &database) { return RateRepository(database).all(); }));
    if (!rates)
        return report(call.mode, rates.error());
    QJsonArray array;
    QList<QStringList> table{{u"FROM"_s, u"ONE"_s, u"IS"_s, u"OF"_s, u"SOURCE"_s}};
    for (const auto &rate : rates->all()) {
        array.append(QJsonObject{{u"base"_s, rate.base.code()}, {u"quote"_s, rate.quote.code()},
            {u"from"_s, rate.from.toString(Qt::ISODate)}, {u"rate"_s, rateText(rate)},
            {u"source"_s, rate.source}});
        table.append({rate.from.toString(Qt::ISODate), rate.base.code(), rateText(rate), rate.quote.code(),
            rate.source});
    }
    if (call.mode.json)
        printJson({{u"rates"_s, array}});
    printTable(call.mode, table, {false, false, true, false, false});
    return Exit::Done;
}

Exit store(const Call &call, const QList<ExchangeRate> &rates)
{
    const auto stored = wait(
        call.engine.storage().write([rates, now = call.engine.clock().now()](Database &database) -> Outcome {
            return RateRepository(database).set(rates, now);
        }));
    if (!stored)
        return report(call.mode, stored.error());
    if (call.mode.json)
        printJson({{u"stored"_s, rates.size()}});
    printLine(call.mode,
        rates.size() == 1 ? u"From %1 on 1 %2 is %3 %4."_s.arg(rates.constFirst().from.toString(Qt::ISODate),
            rates.constFirst().base.code(), rateText(rates.constFirst()), rates.constFirst().quote.code())
                          : u"Stored %1 rates."_s.arg(rates.size()));
    return Exit::Done;
}

Exit set(const Call &call)
{
    if (call.arguments.size() != 3)
        return reportUsage(u"rates set needs two currencies and a rate, such as CNY USD 0.14."_s);
    const auto pair = pairFrom(call.arguments);
    const auto nanos = rateFromText(call.arguments.at(2));
    if (!pair || !nanos)
        return report(call.mode, !pair ? pair.error() : nanos.error());
    const auto day = dayFrom(call);
    if (!day)
        return report(call.mode, day.error());
    return store(call, {{pair->first, pair->second, *day, *nanos, u"typed"_s}});
}

//! All of a file or nothing: a rate that is left out would let an older one stand for it.
Exit import(const Call &call)
{
    if (call.arguments.size() != 1)
        return reportUsage(u"rates import needs a CSV file with the columns date, base, quote and rate."_s);
    const auto file = readRates(call.arguments.constFirst());
    if (!file)
        return report(call.mode, file.error());
    if (file->problems.isEmpty())
        return store(call, file->rates);
    for (const auto &problem : file->problems)
        QTextStream(stderr) << u"line %1: %2"_s.arg(problem.line).arg(problemText(problem)) << '\n';
    return report(call.mode,
        {.kind = Error::Kind::InvalidInput,
            .detail = u"%1 rows of the file say no rate"_s.arg(file->problems.size())});
}

Exit remove(const Call &call)
{
    const auto pair = pairFrom(call.arguments);
    if (!pair || call.arguments.size() != 2)
        return reportUsage(u"rates remove needs two currencies, such as CNY USD, and --day or --all."_s);
    if (call.options.isSet(u"day"_s) == call.options.isSet(u"all"_s))
        return reportUsage(u"rates remove needs --day D or --all, one of them."_s);
    std::optional<QDate> day;
    if (call.options.isSet(u"day"_s)) {
        const auto given = dateFrom(call.options.value(u"day"_s));
        if (!given)
            return report(call.mode, given.error());
        day = *given;
    }
    const auto removed = wait(call.engine.storage().write([pair = *pair, day](Database &database) {
        return RateRepository(database).remove(pair.first, pair.second, day);
    }));
    if (!removed)
        return report(call.mode, removed.error());
    if (*removed == 0)
        return report(call.mode, {.kind = Error::Kind::NotFound, .detail = u"such rate"_s});
    if (call.mode.json)
        printJson({{u"removed"_s, *removed}});
    printLine(call.mode, u"Removed %1 of them."_s.arg(*removed));
    return Exit::Done;
}

} // namespace

QList<Command> ratesCommands()
{
    const QCommandLineOption day(u"day"_s, u"The day from which it holds, today by default."_s, u"D"_s);
    return {
        {u"rates list"_s, u"List the exchange rates."_s, {}, Needs::Reading, {}, list},
        {u"rates set"_s, u"Say what one unit of a currency is worth in another."_s, u"BASE QUOTE RATE"_s,
            Needs::Writing, {day}, set},
        {u"rates import"_s, u"Take rates from a CSV file."_s, u"FILE"_s, Needs::Writing, {}, import},
        {u"rates remove"_s, u"Remove a rate."_s, u"BASE QUOTE"_s, Needs::Writing,
            {day, {u"all"_s, u"All rates of the two."_s}}, remove},
    };
}

} // namespace tollkeeper::ctl
