// SPDX-License-Identifier: GPL-3.0-or-later
#include "gateways/litellm/litellm_connector.h"

#include "gateways/json_body.h"
#include "gateways/litellm/endpoints.h"
#include "gateways/urls.h"

#include <algorithm>

using namespace Qt::Literals::StringLiterals;

namespace tollkeeper::litellm {
namespace {

// Steps of a poll; the words of the cursor beside them: "since" (first UTC day of the figures to ask for),
// "own" (the key that asks, once it has told of itself) and "page".
constexpr auto InfoStep = "info"_L1;
constexpr auto ListStep = "list"_L1;
constexpr auto ActivityStep = "activity"_L1;

constexpr int LookBackDays = 90;

//! The day before the last poll is asked again: the proxy writes its counts a while after the requests.
QDate firstDay(const PollContext &context)
{
    const auto today = context.now.toUTC().date();
    const auto earliest = today.addDays(1 - LookBackDays);
    if (!context.lastFetched)
        return earliest;
    return std::clamp(context.lastFetched->toUTC().date().addDays(-1), earliest, today);
}

QUrlQuery queryFor(const Cursor &at)
{
    QUrlQuery query;
    if (at.step() == ListStep) {
        query.addQueryItem(u"return_full_object"_s, u"true"_s);
        query.addQueryItem(u"page"_s, QString::number(at.words["page"_L1].toInt(1)));
        query.addQueryItem(u"size"_s, u"100"_s);
    } else if (at.step() == ActivityStep) {
        query.addQueryItem(u"start_date"_s, at.words["since"_L1].toString());
        query.addQueryItem(u"end_date"_s, at.now().date().toString(Qt::ISODate));
        query.addQueryItem(u"page"_s, QString::number(at.words["page"_L1].toInt(1)));
        query.addQueryItem(u"page_size"_s, u"1000"_s);
    }
    return query;
}

void addKey(PollFacts &facts, const KeyAnswer &answer)
{
    facts.keys.append(answer.key);
    if (answer.counter)
        facts.counters.append(*answer.counter);
    if (answer.budget)
        facts.limits.append(*answer.budget);
}

//! Words such as "all-proxy-models" stand for more than one model.
std::optional<qint64> modelsOf(const QJsonObject &body)
{
    const auto models = body["info"_L1].toObject().value("models"_L1).toArray();
    const bool areNames = std::none_of(models.cbegin(), models.cend(),
        [](const QJsonValue &model) { return model.toString().startsWith("all-"_L1); });
    return areNames && !models.isEmpty() ? std::optional<qint64>(models.size()) : std::nullopt;
}

} // namespace

QString LiteLlmConnector::displayName() const
{
    return u"LiteLLM"_s;
}

QUrl LiteLlmConnector::defaultBaseUrl() const
{
    return {};
}

Capabilities LiteLlmConnector::capabilities() const
{
    Capabilities can;
    can.tellsSpend = can.listsKeys = can.namesKeysByHash = can.splitsByKey = can.splitsByModel = true;
    can.canTell = {
        QT_TRANSLATE_NOOP("Capabilities", "What this key has spent, its budget and its expiry"),
        QT_TRANSLATE_NOOP("Capabilities", "With an admin key: every key, and 90 days by key and model"),
    };
    can.cannotTell = {
        QT_TRANSLATE_NOOP("Capabilities", "With an ordinary key: other keys, models and past days"),
        QT_TRANSLATE_NOOP("Capabilities", "A balance: the proxy has none"),
        QT_TRANSLATE_NOOP("Capabilities", "Days of another zone than UTC"),
    };
    return can;
}

ErrorCatalogue LiteLlmConnector::errorCatalogue() const
{
    return errorCodes();
}

AnswerPlaces LiteLlmConnector::answerPlaces() const
{
    return litellm::answerPlaces();
}

QByteArray LiteLlmConnector::firstCursor(const PollContext &context) const
{
    Cursor cursor(context);
    cursor.words["since"_L1] = firstDay(context).toString(Qt::ISODate);
    return cursor.at(InfoStep);
}

HttpRequest LiteLlmConnector::request(const QUrl &baseUrl, const QByteArray &cursor) const
{
    const auto at = Cursor::fromBytes(cursor);
    auto path = u"/key/info"_s;
    if (at.step() == ListStep)
        path = u"/key/list"_s;
    else if (at.step() == ActivityStep)
        path = u"/user/daily/activity"_s;
    HttpRequest request;
    request.url = endpointUrl(withoutVersion(baseUrl), path, queryFor(at));
    return request;
}

Result<PollPage> LiteLlmConnector::read(const QByteArray &cursor, const HttpResponse &response) const
{
    const auto body = jsonObject(response);
    if (!body)
        return fail(body.error());
    const auto at = Cursor::fromBytes(cursor);
    if (at.step() == ListStep)
        return readList(at, *body);
    if (at.step() == ActivityStep)
        return readActivity(at, *body);
    return readInfo(at, *body);
}

Result<PollPage> LiteLlmConnector::readInfo(Cursor cursor, const QJsonObject &body)
{
    const auto own = parseOwnKey(body);
    if (!own)
        return fail(own.error());
    PollPage page;
    page.facts.role = KeyRole::Ordinary; // until the list of keys answers
    page.facts.tellsLimits = true;
    page.facts.models = modelsOf(body);
    addKey(page.facts, *own);
    cursor.words["own"_L1] = own->key.remoteId;
    page.next = cursor.at(ListStep);
    return page;
}

Result<PollPage> LiteLlmConnector::readList(Cursor cursor, const QJsonObject &body)
{
    const auto number = cursor.words["page"_L1].toInt(1);
    const auto list = parseKeyList(body, number);
    if (!list)
        return fail(list.error());
    PollPage page;
    page.facts.role = KeyRole::Management;
    page.facts.tellsLimits = true;
    for (const auto &key : list->keys) {
        if (key.key.remoteId != cursor.words["own"_L1].toString()) // it has told of itself
            addKey(page.facts, key);
    }
    page.facts.listsAllKeys = list->isLast;
    cursor.words["page"_L1] = list->isLast ? 1 : number + 1;
    if (!cursor.isTest()) // one page proves the key
        page.next = cursor.at(list->isLast ? ActivityStep : ListStep);
    return page;
}

Result<PollPage> LiteLlmConnector::readActivity(Cursor cursor, const QJsonObject &body)
{
    const auto number = cursor.words["page"_L1].toInt(1);
    auto activity = parseActivity(body, number, cursor.now());
    if (!activity)
        return fail(activity.error());
    PollPage page;
    page.facts.buckets = std::move(activity->buckets);
    cursor.words["page"_L1] = number + 1;
    if (!activity->isLast)
        page.next = cursor.at(ActivityStep);
    return page;
}

//! What a key may do shows in what answers. The master key is not among the keys, so that it has no info of
//! its own; a key that has told of itself and may not list is an ordinary one, and the proxy says 401 to that
//! too; an older build has no days.
std::optional<PollPage> LiteLlmConnector::afterRefusal(const QByteArray &cursor, const Error &refusal) const
{
    const auto at = Cursor::fromBytes(cursor);
    const auto status = refusal.httpStatus.value_or(0);
    const bool isAbsent = status == 404 || status == 405;
    const bool mayNot = status == 401 || status == 403;
    PollPage page;
    if (at.step() == InfoStep && status == 404) {
        page.next = at.at(ListStep);
        return page;
    }
    if (at.step() == ListStep && !at.words["own"_L1].toString().isEmpty() && (isAbsent || mayNot))
        return page;
    if (at.step() == ActivityStep && (isAbsent || status == 403))
        return page;
    return std::nullopt;
}

//! Set on the proxy's own pages. It has no list of addresses by key.
KeyControls LiteLlmConnector::keyControls(KeyRole /*role*/, bool /*hasPanelLogin*/) const
{
    constexpr auto There = ControlOffer::AtGateway;
    return {.name = There,
        .cap = There,
        .enabled = There,
        .models = There,
        .expiry = There,
        .resets = {u"daily"_s, u"weekly"_s, u"monthly"_s}};
}

QUrl LiteLlmConnector::keysPage(const QUrl &baseUrl) const
{
    QUrlQuery query;
    query.addQueryItem(u"page"_s, u"api-keys"_s);
    return endpointUrl(withoutVersion(baseUrl), u"/ui/"_s, query);
}

} // namespace tollkeeper::litellm
