// SPDX-License-Identifier: GPL-3.0-or-later
#include "alerts/rules/rules.h"
#include "domain/zone_days.h"
#include "storage/alert_repository.h"
#include "storage/key_spend_repository.h"
#include "storage/outage_repository.h"
#include "storage/spend_repository.h"

#include <algorithm>

using namespace Qt::Literals::StringLiterals;

namespace tollkeeper {
namespace {

constexpr int DaysOfWeek = 7;

//! UTC; the latest moment of a digest up to now. A day that skips the hour has it an hour later.
QDateTime latestMoment(const RuleLook &look)
{
    const QTime hour(int(look.value(u"hour"_s)), 0);
    for (int ago = 0; ago < DaysOfWeek; ++ago) {
        const auto day = look.today().addDays(-ago);
        const auto moment = QDateTime(day, hour, look.zone()).toUTC();
        if (day.dayOfWeek() == look.value(u"weekday"_s) && moment <= look.now())
            return moment;
    }
    return QDateTime(look.today().addDays(-DaysOfWeek), hour, look.zone()).toUTC(); // today, later on
}

Result<qint64> failedPolls(const RuleLook &look, const QDateTime &from, const QDateTime &until)
{
    const auto outages = OutageRepository(look.database()).between(from, until);
    if (!outages)
        return fail(outages.error());
    qint64 polls = 0;
    for (const auto &outage : *outages)
        polls += outage.polls;
    return polls;
}

//! The key that cost most, of those in that currency.
Result<QString> dearestKey(const RuleLook &look, const DayRange &days, Currency currency)
{
    const auto keys = SpendRepository(look.database()).byDimension(Dimension::Key, days, currency);
    if (!keys)
        return fail(keys.error());
    return keys->isEmpty() ? QString() : keys->constFirst().name;
}

Result<bool> isAtLeast(const RuleLook &look, const DayRange &days, Currency currency)
{
    const auto others = SpendRepository(look.database()).otherCurrencies(days, currency);
    if (!others)
        return fail(others.error());
    return !others->isEmpty()
        || std::any_of(look.accounts().cbegin(), look.accounts().cend(),
            [&](const Account &account) { return !account.tellsSpend || look.isSilent(account.id); });
}

Outcome addFigures(const RuleLook &look, AlertFacts &facts, const DayRange &days, const QDateTime &moment)
{
    SpendRepository spend(look.database());
    const auto currency = spend.mainCurrency();
    if (!currency)
        return fail(currency.error());
    const auto spent = spend.total(days, *currency);
    const auto before
        = spend.total({days.first.addDays(-DaysOfWeek), days.last.addDays(-DaysOfWeek)}, *currency);
    const auto from = startOfDay(days.first, look.zone());
    const auto alerts = AlertRepository(look.database()).raisedBetween(from, moment);
    const auto polls = failedPolls(look, from, moment);
    const auto driver = dearestKey(look, days, *currency);
    const auto least = isAtLeast(look, days, *currency);
    if (!spent || !before)
        return fail(!spent ? spent.error() : before.error());
    if (!alerts)
        return fail(alerts.error());
    if (!polls)
        return fail(polls.error());
    if (!driver)
        return fail(driver.error());
    if (!least)
        return fail(least.error());
    facts.spent = spent->billed;
    facts.usual = before->billed;
    facts.count = *alerts;
    facts.of = *polls;
    facts.driver = *driver;
    facts.isAtLeast = *least;
    return Done{};
}

} // namespace

//! From its moment on until the next one. facts: the last seven whole days, what the seven before cost
//! (usual), how many alerts were raised (count), how many polls failed (of), the dearest key (driver).
//! Occurrence: the day of the digest. None before the ledger knows anything of those days.
Result<AlertFindings> digestOfTheWeek(const RuleLook &look)
{
    const auto moment = latestMoment(look);
    const auto day = localDay(moment, look.zone());
    const DayRange days{day.addDays(-DaysOfWeek), day.addDays(-1)};
    const auto first = SpendRepository(look.database()).firstDay();
    if (!first)
        return fail(first.error());
    const bool wasHere = std::any_of(look.accounts().cbegin(), look.accounts().cend(),
        [&](const Account &account) { return account.addedAt < moment; });
    AlertFindings findings;
    if (!*first || **first > days.last || !wasHere)
        return findings;
    auto finding = look.finding(u"week"_s);
    finding.occurrence = day.toString(Qt::ISODate);
    finding.facts.periodFirst = days.first;
    finding.facts.periodLast = days.last;
    if (auto added = addFigures(look, finding.facts, days, moment); !added)
        return fail(added.error());
    findings.found.append(finding);
    return findings;
}

} // namespace tollkeeper
