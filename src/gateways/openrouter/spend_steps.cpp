// SPDX-License-Identifier: GPL-3.0-or-later
#include "gateways/openrouter/endpoints.h"
#include "gateways/openrouter/listed_keys.h"
#include "gateways/openrouter/steps.h"

using namespace Qt::Literals::StringLiterals;

namespace tollkeeper::openrouter {
namespace {

// Words of the cursor: "activity" (ask it this time), "missedDay" (the UTC day that was completed since
// the last poll).

constexpr int MostKeysOfAPoll = 150; // the split by key of yesterday; a history has no such bound

// --- GET /credits

Question askCredits(const Cursor & /*cursor*/)
{
    return {u"/credits"_s};
}

Result<PollPage> readCredits(Cursor cursor, const QJsonObject &body)
{
    const auto balance = parseCredits(body);
    if (!balance)
        return fail(balance.error());
    PollPage page{{}, nextStep(cursor)};
    page.facts.balance = *balance;
    return page;
}

// --- GET /activity

bool isActivityDue(const Cursor &cursor)
{
    return cursor.words["activity"_L1].toBool();
}

Question askActivity(const Cursor & /*cursor*/)
{
    return {u"/activity"_s};
}

Result<PollPage> readActivity(Cursor cursor, const QJsonObject &body)
{
    auto buckets = parseActivity(body, cursor.now().date());
    if (!buckets)
        return fail(buckets.error());
    PollPage page{{}, nextStep(cursor)};
    page.facts.buckets = *std::move(buckets);
    return page;
}

// --- GET /activity?api_key_hash=: the answer has no column for the key, so that each is asked by itself

bool isHistory(const Cursor &cursor)
{
    return cursor.words["history"_L1].toBool();
}

bool isKeyActivityDue(const Cursor &cursor)
{
    return !keyToAsk(cursor).isEmpty() && (isHistory(cursor) || progressOf(cursor).done < MostKeysOfAPoll);
}

Question askKeyActivity(const Cursor &cursor)
{
    Question question{u"/activity"_s};
    question.query.addQueryItem(
        u"api_key_hash"_s, QString::fromLatin1(QUrl::toPercentEncoding(keyToAsk(cursor))));
    if (!isHistory(cursor))
        question.query.addQueryItem(u"date"_s, cursor.words["missedDay"_L1].toString());
    return question;
}

PollPage afterKey(Cursor cursor, QList<BucketFacts> buckets)
{
    markAsked(cursor);
    PollPage page;
    page.facts.buckets = std::move(buckets);
    if (isHistory(cursor))
        page.progress = progressOf(cursor);
    page.next = isKeyActivityDue(cursor) ? cursor.at(KeyActivityStep) : nextStep(cursor);
    return page;
}

Result<PollPage> readKeyActivity(Cursor cursor, const QJsonObject &body)
{
    auto buckets = parseActivity(body, cursor.now().date(), keyToAsk(cursor));
    if (!buckets)
        return fail(buckets.error());
    return afterKey(cursor, *std::move(buckets));
}

//! A key that has gone since it was listed, or whose workspace is closed to this one: its spend stays in the
//! account's own days, not itemised. What else is refused a history asks again later; a poll goes on without
//! it, since it only splits.
std::optional<PollPage> refuseKeyActivity(Cursor cursor, const Error &refusal)
{
    const auto status = refusal.httpStatus.value_or(0);
    if (status == 400 || status == 403 || status == 404)
        return afterKey(cursor, {});
    if (status == 401 || isHistory(cursor))
        return std::nullopt;
    return PollPage{{}, nextStep(cursor)};
}

} // namespace

Step creditsStep()
{
    return {CreditsStep, askCredits, readCredits};
}

Step activityStep()
{
    return {ActivityStep, askActivity, readActivity, nullptr, isActivityDue};
}

Step keyActivityStep()
{
    return {KeyActivityStep, askKeyActivity, readKeyActivity, refuseKeyActivity, isKeyActivityDue};
}

} // namespace tollkeeper::openrouter
