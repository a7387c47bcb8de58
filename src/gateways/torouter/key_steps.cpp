// SPDX-License-Identifier: GPL-3.0-or-later
#include "gateways/torouter/steps.h"
#include "gateways/torouter/usage.h"
#include "gateways/urls.h"

#include <QJsonArray>

#include <algorithm>

using namespace Qt::Literals::StringLiterals;

namespace tollkeeper::torouter {
namespace {

constexpr int LookBackDays = 30;
constexpr int LongestLookBackDays = 90; // what the gateway answers at most
constexpr int MostMissedDays = 7;
constexpr qint64 SecondsOfADay = 24 * 60 * 60;

//! Days that were not over when they were last asked: their split by model was not final.
QJsonArray missedDays(const PollContext &context)
{
    QJsonArray days;
    // With a panel login every request tells its model.
    if (!context.lastFetched || context.purpose != PollPurpose::Poll || context.hasPanelLogin)
        return days;
    const auto today = context.now.toUTC().date();
    auto day = std::max(context.lastFetched->toUTC().date(), today.addDays(-MostMissedDays));
    for (; day < today; day = day.addDays(1))
        days.append(day.toString(Qt::ISODate));
    return days;
}

int lookBack(const PollContext &context)
{
    if (context.purpose == PollPurpose::History)
        return LongestLookBackDays;
    const bool isRecent = context.lastFetched && context.lastFetched->secsTo(context.now) <= SecondsOfADay;
    return isRecent ? 2 : LookBackDays;
}

AskedDay askedDay(const Cursor &cursor)
{
    if (cursor.step() != SplitStep)
        return {cursor.now().date(), cursor.now()};
    const auto first = cursor.words["missed"_L1].toArray().first().toString();
    return {QDate::fromString(first, Qt::ISODate), cursor.now()};
}

//! What the panel tells better, or of a key that it does not let us recognise: that key is in its list under
//! another name, and its money would count twice.
void leaveToThePanel(PollFacts &facts, const QString &own)
{
    if (own.isEmpty())
        return;
    facts.keys.clear();
    facts.limits.removeIf([](const LimitFacts &limit) { return limit.remoteKeyId == OwnKey; });
    if (own == OwnKey)
        return;
    facts.buckets.clear();
    facts.counters.clear();
}

Result<PollPage> readUsage(const Cursor &at, const QJsonObject &body)
{
    auto facts = parseUsage(body, askedDay(at));
    if (!facts)
        return fail(facts.error());
    leaveToThePanel(*facts, at.words["own"_L1].toString());
    PollPage page{.facts = *std::move(facts), .next = {}};
    if (at.words["panel"_L1].toBool())
        page.next = atFirstRows(at).toBytes();
    else if (!at.words["missed"_L1].toArray().isEmpty())
        page.next = at.at(SplitStep);
    return page;
}

HistoryProgress progressOf(const Cursor &at)
{
    const auto total = at.words["steps"_L1].toInt(1);
    return {total - static_cast<int>(at.words["missed"_L1].toArray().size()), total};
}

//! The days of the history. Those that cost something are asked once more for their models, newest first;
//! the running day is left to the polls.
Result<PollPage> readDays(Cursor at, const QJsonObject &body)
{
    auto facts = parseDays(body, at.now());
    if (!facts)
        return fail(facts.error());
    QList<QDate> dates;
    for (const auto &day : std::as_const(facts->buckets)) {
        if (day.start.date() < at.now().date() && !day.amount.billed.isZero())
            dates.append(day.start.date());
    }
    std::sort(dates.begin(), dates.end(), std::greater<>());
    QJsonArray missed;
    for (const auto &date : std::as_const(dates))
        missed.append(date.toString(Qt::ISODate));
    at.words["missed"_L1] = missed;
    at.words["steps"_L1] = 1 + static_cast<int>(missed.size());
    PollPage page{.facts = *std::move(facts), .next = {}, .progress = progressOf(at)};
    if (!missed.isEmpty())
        page.next = at.at(SplitStep);
    return page;
}

Result<PollPage> readSplit(Cursor at, const QJsonObject &body)
{
    auto facts = parseDaySplit(body, askedDay(at));
    if (!facts)
        return fail(facts.error());
    auto missed = at.words["missed"_L1].toArray();
    missed.removeFirst();
    at.words["missed"_L1] = missed;
    PollPage page{.facts = *std::move(facts), .next = {}};
    if (at.words["history"_L1].toBool())
        page.progress = progressOf(at);
    if (!missed.isEmpty())
        page.next = at.at(SplitStep);
    return page;
}

} // namespace

QByteArray firstStep(const PollContext &context)
{
    const bool isHistory = context.purpose == PollPurpose::History;
    Cursor cursor(context);
    cursor.words["days"_L1] = lookBack(context);
    cursor.words["missed"_L1] = missedDays(context);
    if (isHistory)
        cursor.words["history"_L1] = true;
    if (!context.hasPanelLogin)
        return cursor.at(isHistory ? DaysStep : UsageStep);
    cursor.words["panel"_L1] = true;
    cursor.words["print"_L1] = context.keyFingerprint;
    cursor.words["mask"_L1] = context.keyMasked;
    if (context.rowsWholeUntil)
        cursor.words["wholeUntil"_L1] = context.rowsWholeUntil->toUTC().toString(Qt::ISODateWithMs);
    return cursor.at(KeysStep);
}

HttpRequest keyRequest(const QUrl &root, const Cursor &at)
{
    const auto day = askedDay(at).day.toString(Qt::ISODate);
    const auto days = at.step() == SplitStep ? 1 : at.words["days"_L1].toInt(LookBackDays);
    QUrlQuery query;
    query.addQueryItem(u"start_date"_s, day);
    query.addQueryItem(u"end_date"_s, day);
    query.addQueryItem(u"days"_s, QString::number(days));
    query.addQueryItem(u"timezone"_s, u"UTC"_s);
    HttpRequest request;
    request.url = endpointUrl(root, u"/v1/usage"_s, query);
    return request;
}

Result<PollPage> readWithKey(const Cursor &at, const QJsonObject &body)
{
    if (at.step() == SplitStep)
        return readSplit(at, body);
    return at.step() == DaysStep ? readDays(at, body) : readUsage(at, body);
}

} // namespace tollkeeper::torouter
