// SPDX-License-Identifier: GPL-3.0-or-later
#include "gateways/torouter/torouter_connector.h"

#include "gateways/cursor.h"
#include "gateways/json_body.h"
#include "gateways/torouter/usage.h"
#include "gateways/urls.h"

using namespace Qt::Literals::StringLiterals;

namespace tollkeeper::torouter {
namespace {

// Steps of a poll; the words of the cursor beside them: "days" to look back, "missed" (past days whose split
// by model is still to be asked, oldest first).
constexpr auto UsageStep = "usage"_L1;
constexpr auto SplitStep = "split"_L1;

constexpr int LookBackDays = 30;
constexpr int MostMissedDays = 7;
constexpr qint64 SecondsOfADay = 24 * 60 * 60;

//! Days that were not over when they were last asked: their split by model was not final.
QJsonArray missedDays(const PollContext &context)
{
    QJsonArray days;
    if (!context.lastFetched || context.purpose == PollPurpose::Test)
        return days;
    const auto today = context.now.toUTC().date();
    auto day = std::max(context.lastFetched->toUTC().date(), today.addDays(-MostMissedDays));
    for (; day < today; day = day.addDays(1))
        days.append(day.toString(Qt::ISODate));
    return days;
}

AskedDay askedDay(const Cursor &cursor)
{
    if (cursor.step() != SplitStep)
        return {cursor.now().date(), cursor.now()};
    const auto first = cursor.words["missed"_L1].toArray().first().toString();
    return {QDate::fromString(first, Qt::ISODate), cursor.now()};
}

} // namespace

QString ToRouterConnector::displayName() const
{
    return u"ToRouter"_s;
}

QUrl ToRouterConnector::defaultBaseUrl() const
{
    return QUrl(u"https://portal.torouter.ai"_s);
}

Capabilities ToRouterConnector::capabilities() const
{
    Capabilities can;
    can.tellsSpend = can.tellsBalance = can.splitsByKey = can.splitsByModel = true;
    can.canTell = {
        QT_TRANSLATE_NOOP("Capabilities", "Spend of this key by day, up to 30 days back"),
        QT_TRANSLATE_NOOP("Capabilities", "Its models, day by day"),
        QT_TRANSLATE_NOOP("Capabilities", "Its cap, its expiry and, without a plan, the balance"),
    };
    can.cannotTell = {
        QT_TRANSLATE_NOOP("Capabilities", "Other keys of the same login: add each key as an account"),
        QT_TRANSLATE_NOOP("Capabilities", "Which provider served a request"),
        QT_TRANSLATE_NOOP("Capabilities", "Days, on older builds: there only the total of the key is known"),
    };
    return can;
}

ErrorCatalogue ToRouterConnector::errorCatalogue() const
{
    return errorCodes();
}

QByteArray ToRouterConnector::firstCursor(const PollContext &context) const
{
    const bool isRecent = context.lastFetched && context.lastFetched->secsTo(context.now) <= SecondsOfADay;
    Cursor cursor(context);
    cursor.words["days"_L1] = isRecent ? 2 : LookBackDays;
    cursor.words["missed"_L1] = missedDays(context);
    return cursor.at(UsageStep);
}

HttpRequest ToRouterConnector::request(const QUrl &baseUrl, const QByteArray &cursor) const
{
    const auto at = Cursor::fromBytes(cursor);
    const auto day = askedDay(at).day.toString(Qt::ISODate);
    const auto days = at.step() == SplitStep ? 1 : at.words["days"_L1].toInt(LookBackDays);
    QUrlQuery query;
    query.addQueryItem(u"start_date"_s, day);
    query.addQueryItem(u"end_date"_s, day);
    query.addQueryItem(u"days"_s, QString::number(days));
    query.addQueryItem(u"timezone"_s, u"UTC"_s);
    // Many people paste the address that clients want, which ends in /v1.
    const bool hasVersion = basePath(baseUrl).endsWith("/v1"_L1);
    HttpRequest request;
    request.url = endpointUrl(baseUrl, hasVersion ? u"/usage"_s : u"/v1/usage"_s, query);
    return request;
}

Result<PollPage> ToRouterConnector::read(const QByteArray &cursor, const HttpResponse &response) const
{
    const auto body = jsonObject(response);
    if (!body)
        return fail(body.error());
    auto at = Cursor::fromBytes(cursor);
    const auto asked = askedDay(at);
    auto facts = at.step() == SplitStep ? parseDaySplit(*body, asked) : parseUsage(*body, asked);
    if (!facts)
        return fail(facts.error());

    PollPage page{.facts = *std::move(facts), .next = {}};
    auto missed = at.words["missed"_L1].toArray();
    if (at.step() == SplitStep)
        missed.removeFirst();
    at.words["missed"_L1] = missed;
    if (!missed.isEmpty())
        page.next = at.at(SplitStep);
    return page;
}

} // namespace tollkeeper::torouter
