// SPDX-License-Identifier: GPL-3.0-or-later
#include "gateways/openrouter/openrouter_connector.h"

#include "gateways/json_body.h"
#include "gateways/openrouter/endpoints.h"
#include "gateways/urls.h"

#include <QCryptographicHash>

using namespace Qt::Literals::StringLiterals;

namespace tollkeeper::openrouter {
namespace {

// Steps of a poll; the words of the cursor beside them: "activity" (ask it this time), "offset", "page" and
// "seen" (marks of the keys read so far, one after the other).
constexpr auto KeyStep = "key"_L1;
constexpr auto KeysStep = "keys"_L1;
constexpr auto CreditsStep = "credits"_L1;
constexpr auto ActivityStep = "activity"_L1;

constexpr int MostPages = 200;
constexpr int MarkSize = 12;

//! The figures of /activity change once a day; asking every poll would be of no use.
bool wantsActivity(const PollContext &context)
{
    const auto hour = [](const QDateTime &moment) { return moment.toUTC().toString(u"yyyyMMddHH"_s); };
    return !context.lastFetched || hour(*context.lastFetched) != hour(context.now);
}

QString markOf(const QString &remoteId)
{
    const auto hash = QCryptographicHash::hash(remoteId.toUtf8(), QCryptographicHash::Sha256);
    return QString::fromLatin1(hash.toHex().left(MarkSize));
}

bool holds(const QString &seen, const QString &mark)
{
    for (qsizetype at = seen.indexOf(mark); at >= 0; at = seen.indexOf(mark, at + 1)) {
        if (at % MarkSize == 0)
            return true;
    }
    return false;
}

} // namespace

QString OpenRouterConnector::displayName() const
{
    return u"OpenRouter"_s;
}

QUrl OpenRouterConnector::defaultBaseUrl() const
{
    return QUrl(u"https://openrouter.ai/api/v1"_s);
}

Capabilities OpenRouterConnector::capabilities() const
{
    Capabilities can;
    can.tellsSpend = can.tellsBalance = can.listsKeys = true;
    can.splitsByKey = can.splitsByModel = can.splitsByProvider = true;
    can.canTell = {
        QT_TRANSLATE_NOOP("Capabilities", "Spend of every key, live"),
        QT_TRANSLATE_NOOP("Capabilities", "The last 30 days by model and provider"),
        QT_TRANSLATE_NOOP("Capabilities", "Credit left in the account"),
        QT_TRANSLATE_NOOP("Capabilities", "Caps and expiry dates of keys"),
    };
    can.cannotTell = {
        QT_TRANSLATE_NOOP(
            "Capabilities", "With an ordinary key: only that key's own spend, no models, no balance"),
        QT_TRANSLATE_NOOP("Capabilities", "Models of the running day: they come when the UTC day is over"),
        QT_TRANSLATE_NOOP("Capabilities", "Keys of other workspaces than the default one"),
    };
    return can;
}

ErrorCatalogue OpenRouterConnector::errorCatalogue() const
{
    return errorCodes();
}

QByteArray OpenRouterConnector::firstCursor(const PollContext &context) const
{
    Cursor cursor(context);
    cursor.words["activity"_L1] = wantsActivity(context);
    return cursor.at(KeyStep);
}

HttpRequest OpenRouterConnector::request(const QUrl &baseUrl, const QByteArray &cursor) const
{
    const auto at = Cursor::fromBytes(cursor);
    const auto step = at.step();
    // A bare host means the gateway's own path.
    const auto prefix = basePath(baseUrl).isEmpty() ? u"/api/v1"_s : QString();
    QUrlQuery query;
    if (step == KeysStep) {
        query.addQueryItem(u"include_disabled"_s, u"true"_s);
        query.addQueryItem(u"offset"_s, QString::number(at.words["offset"_L1].toInt()));
    }
    HttpRequest request;
    request.url = endpointUrl(baseUrl, prefix + u'/' + (step.isEmpty() ? QString(KeyStep) : step), query);
    return request;
}

Result<PollPage> OpenRouterConnector::read(const QByteArray &cursor, const HttpResponse &response) const
{
    const auto body = jsonObject(response);
    if (!body)
        return fail(body.error());
    const auto at = Cursor::fromBytes(cursor);
    if (at.step() == KeysStep)
        return readKeys(at, *body);
    if (at.step() == CreditsStep)
        return readCredits(at, *body);
    if (at.step() == ActivityStep)
        return readActivity(at, *body);
    return readKey(at, *body);
}

Result<PollPage> OpenRouterConnector::readKey(const Cursor &cursor, const QJsonObject &body)
{
    const auto facts = parseOwnKey(body);
    if (!facts)
        return fail(facts.error());
    PollPage page{.facts = *facts, .next = {}};
    if (facts->role == KeyRole::Management)
        page.next = cursor.at(KeysStep);
    return page;
}

Result<PollPage> OpenRouterConnector::readKeys(Cursor cursor, const QJsonObject &body)
{
    const auto keys = parseKeys(body);
    if (!keys)
        return fail(keys.error());

    PollPage page;
    auto seen = cursor.words["seen"_L1].toString();
    for (const auto &answer : *keys) {
        const auto mark = markOf(answer.key.remoteId);
        if (holds(seen, mark))
            continue;
        seen += mark;
        page.facts.keys.append(answer.key);
        page.facts.counters.append(answer.counters);
    }
    // An empty page ends the list, and so does one that brings nothing new: a server that ignores the offset.
    const auto pages = cursor.words["page"_L1].toInt() + 1;
    const bool isWhole = page.facts.keys.isEmpty();
    page.facts.listsAllKeys = isWhole;
    cursor.words["seen"_L1] = seen;
    cursor.words["page"_L1] = pages;
    cursor.words["offset"_L1] = cursor.words["offset"_L1].toInt() + static_cast<int>(keys->size());
    page.next = cursor.at(isWhole || pages >= MostPages ? CreditsStep : KeysStep);
    return page;
}

Result<PollPage> OpenRouterConnector::readCredits(const Cursor &cursor, const QJsonObject &body)
{
    const auto balance = parseCredits(body);
    if (!balance)
        return fail(balance.error());
    PollPage page;
    page.facts.balance = *balance;
    if (cursor.words["activity"_L1].toBool() && !cursor.isTest())
        page.next = cursor.at(ActivityStep);
    return page;
}

Result<PollPage> OpenRouterConnector::readActivity(const Cursor &cursor, const QJsonObject &body)
{
    auto buckets = parseActivity(body, cursor.now().date());
    if (!buckets)
        return fail(buckets.error());
    PollPage page;
    page.facts.buckets = *std::move(buckets);
    return page;
}

} // namespace tollkeeper::openrouter
