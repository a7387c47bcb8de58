// SPDX-License-Identifier: GPL-3.0-or-later
#include "ctl/usage_options.h"

#include "domain/request_words.h"
#include "storage/account_repository.h"
#include "storage/spend_repository.h"
#include "storage/usage_repository.h"

using namespace Qt::Literals::StringLiterals;

namespace tollkeeper::ctl {
namespace {

//! What names and days mean in this profile.
struct Meaning {
    QTimeZone zone;
    Currency currency;
    UsageChoices choices;
};

Result<Meaning> meaningIn(Engine &engine)
{
    return wait(engine.storage().read([](Database &database) -> Result<Meaning> {
        const auto zone = AccountRepository(database).zone();
        const auto currency = SpendRepository(database).mainCurrency();
        const auto choices = UsageRepository(database).choices();
        if (!zone)
            return fail(zone.error());
        if (!currency)
            return fail(currency.error());
        if (!choices)
            return fail(choices.error());
        return Meaning{*zone, *currency, *choices};
    }));
}

Outcome readDays(const QCommandLineParser &options, QDate today, DayRange &days)
{
    days = {monthOf(today).first, today};
    for (const auto &[name, day] : {std::pair(u"from"_s, &days.first), std::pair(u"to"_s, &days.last)}) {
        if (!options.isSet(name))
            continue;
        const auto date = dateFrom(options.value(name));
        if (!date)
            return fail(date.error());
        *day = *date;
    }
    if (days.first > days.last)
        return fail(Error::Kind::InvalidInput, u"--from lies after --to"_s);
    return Done{};
}

Outcome readOwners(const QCommandLineParser &options, const UsageChoices &choices, UsageFilter &filter)
{
    for (const auto &name : options.values(u"account"_s)) {
        const auto before = filter.accounts.size();
        for (const auto &account : choices.accounts) {
            if (account.name == name)
                filter.accounts.append(account.id);
        }
        if (filter.accounts.size() == before)
            return fail(Error::Kind::NotFound, u"account named “%1”"_s.arg(name));
    }
    for (const auto &name : options.values(u"key"_s)) {
        const auto before = filter.keys.size();
        for (const auto &key : choices.keys) {
            if (key.name == name)
                filter.keys.append(key.id);
        }
        if (filter.keys.size() == before)
            return fail(Error::Kind::NotFound, u"key named “%1”"_s.arg(name));
    }
    return Done{};
}

Outcome readHowItEnded(const QCommandLineParser &options, UsageFilter &filter)
{
    for (const auto &text : options.values(u"status"_s)) {
        bool isNumber = false;
        const auto http = text.toInt(&isNumber);
        const auto outcome = requestOutcomeFromText(text);
        if (outcome)
            filter.outcomes.append(*outcome);
        else if (isNumber && http >= 100 && http < 600)
            filter.httpStatuses.append(http);
        else
            return fail(Error::Kind::InvalidInput,
                u"--status takes complete, failed, incomplete or an HTTP status such as 429"_s);
    }
    filter.fellBackOnly = options.isSet(u"fallback"_s);
    return Done{};
}

Outcome readPlayground(const QCommandLineParser &options, UsageFilter &filter)
{
    if (!options.isSet(u"playground"_s))
        return Done{};
    const auto rows = playgroundRowsFromText(options.value(u"playground"_s));
    if (!rows)
        return fail(Error::Kind::InvalidInput, u"--playground takes with, without or only"_s);
    filter.playground = *rows;
    return Done{};
}

Outcome readCost(const QCommandLineParser &options, Currency currency, UsageFilter &filter)
{
    if (!options.isSet(u"cost-from"_s))
        return Done{};
    const auto cost = Money::fromText(options.value(u"cost-from"_s), currency);
    if (!cost)
        return fail(Error::Kind::InvalidInput,
            u"“%1” is no amount such as 0.50"_s.arg(options.value(u"cost-from"_s)));
    filter.costFrom = *cost;
    return Done{};
}

} // namespace

Result<QDate> dateFrom(const QString &text)
{
    const auto date = QDate::fromString(text, Qt::ISODate);
    if (!date.isValid())
        return fail(Error::Kind::InvalidInput, u"“%1” is no date such as 2026-06-18"_s.arg(text));
    return date;
}

QList<QCommandLineOption> usageOptions()
{
    return {
        {u"from"_s, u"First day of the reporting zone, this month's first by default."_s, u"D"_s},
        {u"to"_s, u"Last day, today by default."_s, u"D"_s},
        {u"account"_s, u"Only this account; may be given several times, like the next five."_s, u"N"_s},
        {u"key"_s, u"Only keys of this name."_s, u"K"_s},
        {u"model"_s, u"Only requests for this model."_s, u"M"_s},
        {u"served"_s, u"Only requests that this model answered."_s, u"M"_s},
        {u"provider"_s, u"Only requests that this provider answered."_s, u"P"_s},
        {u"status"_s, u"complete, failed, incomplete, or an HTTP status."_s, u"S"_s},
        {u"fallback"_s, u"Only requests that somebody else answered than was asked."_s},
        {u"cost-from"_s, u"Only requests that cost at least this, in the main currency."_s, u"A"_s},
        {u"playground"_s,
            u"Requests sent from the Playground or by send: with (by default), without, only."_s, u"W"_s},
        {u"id"_s, u"Only the request of this id."_s, u"ID"_s},
    };
}

Result<UsageFilter> usageFilterFrom(const Call &call)
{
    const auto meaning = meaningIn(call.engine);
    if (!meaning)
        return fail(meaning.error());
    UsageFilter filter;
    const auto today = localDay(call.engine.clock().now(), meaning->zone);
    for (const auto &read : {readDays(call.options, today, filter.days),
             readOwners(call.options, meaning->choices, filter), readHowItEnded(call.options, filter),
             readPlayground(call.options, filter), readCost(call.options, meaning->currency, filter)}) {
        if (!read)
            return fail(read.error());
    }
    filter.requestedModels = call.options.values(u"model"_s);
    filter.servedModels = call.options.values(u"served"_s);
    filter.providers = call.options.values(u"provider"_s);
    filter.requestId = call.options.value(u"id"_s);
    return filter;
}

} // namespace tollkeeper::ctl
