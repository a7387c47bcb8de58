// SPDX-License-Identifier: GPL-3.0-or-later
#include "gateways/openrouter/openrouter_connector.h"

#include "gateways/json_body.h"
#include "gateways/openrouter/endpoints.h"
#include "gateways/openrouter/key_management.h"
#include "gateways/openrouter/listed_models.h"
#include "gateways/openrouter/steps.h"

using namespace Qt::Literals::StringLiterals;

namespace tollkeeper::openrouter {
namespace {

constexpr qint64 SecondsOfAnHour = 3600;
constexpr qint64 SecondsOfADay = 24 * SecondsOfAnHour;

//! The figures of /activity change once a day; asking every poll would be of no use.
bool wantsActivity(const PollContext &context)
{
    const auto hour = [](const QDateTime &moment) { return moment.toUTC().toString(u"yyyyMMddHH"_s); };
    return !context.lastFetched || hour(*context.lastFetched) != hour(context.now);
}

//! The one UTC day that was completed since the last poll, counted an hour after its end so that the gateway
//! has it whole; empty where there is none, or more than one: longer gaps are for the history.
QString missedDay(const PollContext &context)
{
    if (!context.lastFetched)
        return {};
    const auto settled
        = [](const QDateTime &moment) { return moment.addSecs(-SecondsOfAnHour).toUTC().date(); };
    const auto today = settled(context.now);
    const bool isOne = settled(*context.lastFetched).daysTo(today) == 1;
    return isOne ? today.addDays(-1).toString(Qt::ISODate) : QString();
}

bool wantsCatalogue(const PollContext &context)
{
    return context.purpose == PollPurpose::Poll
        && (!context.catalogueFetched || context.catalogueFetched->secsTo(context.now) >= SecondsOfADay);
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
    can.tellsHistory = can.looksUpGenerations = can.namesKeysByHash = true;
    can.canTell = {
        QT_TRANSLATE_NOOP("Capabilities", "Spend of every key, live"),
        QT_TRANSLATE_NOOP("Capabilities", "The last 30 days by key, model and provider"),
        QT_TRANSLATE_NOOP("Capabilities", "Credit left in the account"),
        QT_TRANSLATE_NOOP("Capabilities", "Caps and expiry dates of keys"),
        QT_TRANSLATE_NOOP("Capabilities", "The bill of a single request whose id is known"),
    };
    can.cannotTell = {
        QT_TRANSLATE_NOOP(
            "Capabilities", "With an ordinary key: only that key's own spend, no models, no balance"),
        QT_TRANSLATE_NOOP("Capabilities", "Single requests by themselves: only those whose id is known"),
    };
    return can;
}

ErrorCatalogue OpenRouterConnector::errorCatalogue() const
{
    return errorCodes();
}

AnswerPlaces OpenRouterConnector::answerPlaces() const
{
    return openrouter::answerPlaces();
}

QByteArray OpenRouterConnector::firstCursor(const PollContext &context) const
{
    Cursor cursor(context);
    if (context.purpose == PollPurpose::History) {
        cursor.words["history"_L1] = true;
        return cursor.at(KeyStep);
    }
    cursor.words["activity"_L1] = wantsActivity(context);
    cursor.words["missedDay"_L1] = missedDay(context);
    cursor.words["catalogue"_L1] = wantsCatalogue(context);
    if (context.purpose == PollPurpose::Poll)
        rememberModels(cursor, context.modelsByOtherName);
    return cursor.at(KeyStep);
}

HttpRequest OpenRouterConnector::request(const QUrl &baseUrl, const QByteArray &cursor) const
{
    const auto at = Cursor::fromBytes(cursor);
    const auto question = stepOf(at).question(at);
    HttpRequest request;
    request.url = urlOf(baseUrl, question);
    if (!question.body.isEmpty()) {
        request.method = "POST"_ba;
        request.headers.append("Content-Type"_ba, "application/json"_ba);
        request.body = question.body;
    }
    return request;
}

Result<PollPage> OpenRouterConnector::read(const QByteArray &cursor, const HttpResponse &response) const
{
    const auto body = jsonObject(response);
    if (!body)
        return fail(body.error());
    const auto at = Cursor::fromBytes(cursor);
    return stepOf(at).read(at, *body);
}

std::optional<PollPage> OpenRouterConnector::afterRefusal(
    const QByteArray &cursor, const Error &refusal) const
{
    const auto at = Cursor::fromBytes(cursor);
    const auto &step = stepOf(at);
    return step.afterRefusal ? step.afterRefusal(at, refusal) : std::nullopt;
}

HttpRequest OpenRouterConnector::generationRequest(const QUrl &baseUrl, const QString &id) const
{
    Question question{u"/generation"_s};
    question.query.addQueryItem(u"id"_s, QString::fromLatin1(QUrl::toPercentEncoding(id)));
    HttpRequest request;
    request.url = urlOf(baseUrl, question);
    return request;
}

Result<RequestFacts> OpenRouterConnector::readGeneration(const HttpResponse &response) const
{
    const auto body = jsonObject(response);
    if (!body)
        return fail(body.error());
    return parseGeneration(*body);
}

KeyControls OpenRouterConnector::keyControls(KeyRole role, bool /*hasPanelLogin*/) const
{
    return controlsFor(role);
}

const KeyManagement *OpenRouterConnector::keyManagement() const
{
    static const OpenRouterKeys keys; // without any state
    return &keys;
}

QUrl OpenRouterConnector::keysPage(const QUrl & /*baseUrl*/) const
{
    return QUrl(u"https://openrouter.ai/settings/keys"_s);
}

} // namespace tollkeeper::openrouter
