// SPDX-License-Identifier: GPL-3.0-or-later
#include "gateways/chuizi/chuizi_connector.h"

#include "gateways/chuizi/endpoints.h"
#include "gateways/cursor.h"
#include "gateways/json_body.h"
#include "gateways/urls.h"

using namespace Qt::Literals::StringLiterals;

namespace tollkeeper::chuizi {
namespace {

// Steps of a poll; the word of the cursor beside them: "models" (ask for the prices this time).
constexpr auto InfoStep = "info"_L1;
constexpr auto ModelsStep = "models"_L1;

constexpr qint64 SecondsOfADay = 24 * 60 * 60;

bool wantsModels(const PollContext &context)
{
    if (context.purpose != PollPurpose::Poll)
        return false;
    return !context.catalogueFetched || context.catalogueFetched->secsTo(context.now) >= SecondsOfADay;
}

//! The address of an endpoint below /v1; a bare host gets that first.
QUrl endpoint(const QUrl &baseUrl, const QString &path, const QUrlQuery &query = {})
{
    const auto prefix = basePath(baseUrl).isEmpty() ? u"/v1"_s : QString();
    return endpointUrl(baseUrl, prefix + path, query);
}

} // namespace

QString ChuiziConnector::displayName() const
{
    return u"Chuizi.AI"_s;
}

QUrl ChuiziConnector::defaultBaseUrl() const
{
    return QUrl(u"https://api.chuizi.ai/v1"_s);
}

Capabilities ChuiziConnector::capabilities() const
{
    Capabilities can;
    can.tellsBalance = can.tellsModels = can.looksUpGenerations = true;
    can.canTell = {
        QT_TRANSLATE_NOOP("Capabilities", "Balance of the account"),
        QT_TRANSLATE_NOOP("Capabilities", "The daily cap of this key and its request rate"),
        QT_TRANSLATE_NOOP("Capabilities", "The bill of a single request, by its id"),
        QT_TRANSLATE_NOOP("Capabilities", "Prices of the models this key may call"),
    };
    can.cannotTell = {
        QT_TRANSLATE_NOOP("Capabilities", "Spend: totals with this account say \"at least\""),
        QT_TRANSLATE_NOOP("Capabilities", "Other keys, and requests of the past"),
    };
    return can;
}

ErrorCatalogue ChuiziConnector::errorCatalogue() const
{
    return errorCodes();
}

AnswerPlaces ChuiziConnector::answerPlaces() const
{
    return chuizi::answerPlaces();
}

QByteArray ChuiziConnector::firstCursor(const PollContext &context) const
{
    Cursor cursor(context);
    cursor.words["models"_L1] = wantsModels(context);
    return cursor.at(InfoStep);
}

HttpRequest ChuiziConnector::request(const QUrl &baseUrl, const QByteArray &cursor) const
{
    const bool isModels = Cursor::fromBytes(cursor).step() == ModelsStep;
    HttpRequest request;
    request.url = endpoint(baseUrl, isModels ? u"/models"_s : u"/key/info"_s);
    return request;
}

Result<PollPage> ChuiziConnector::read(const QByteArray &cursor, const HttpResponse &response) const
{
    const auto body = jsonObject(response);
    if (!body)
        return fail(body.error());
    const auto at = Cursor::fromBytes(cursor);
    auto facts = at.step() == ModelsStep ? parseModels(*body) : parseKeyInfo(*body, at.now());
    if (!facts)
        return fail(facts.error());
    PollPage page{.facts = *std::move(facts), .next = {}};
    if (at.step() != ModelsStep && at.words["models"_L1].toBool())
        page.next = at.at(ModelsStep);
    return page;
}

//! A balance is worth having without prices: the list is absent on older builds.
std::optional<PollPage> ChuiziConnector::afterRefusal(const QByteArray &cursor, const Error &refusal) const
{
    const bool isAbsent = refusal.httpStatus == 403 || refusal.httpStatus == 404;
    if (Cursor::fromBytes(cursor).step() == ModelsStep && isAbsent)
        return PollPage();
    return std::nullopt;
}

HttpRequest ChuiziConnector::generationRequest(const QUrl &baseUrl, const QString &id) const
{
    QUrlQuery query;
    query.addQueryItem(u"id"_s, QString::fromLatin1(QUrl::toPercentEncoding(id)));
    HttpRequest request;
    request.url = endpoint(baseUrl, u"/generation"_s, query);
    return request;
}

Result<RequestFacts> ChuiziConnector::readGeneration(const HttpResponse &response) const
{
    const auto body = jsonObject(response);
    if (!body)
        return fail(body.error());
    return parseGeneration(*body);
}

//! Set in the console, for which there is no API. An expiry is mentioned on one page and told nowhere.
KeyControls ChuiziConnector::keyControls(KeyRole /*role*/, bool /*hasPanelLogin*/) const
{
    constexpr auto There = ControlOffer::AtGateway;
    return {.name = There,
        .cap = There,
        .enabled = There,
        .models = There,
        .addresses = There,
        .resets = {u"daily"_s}};
}

QUrl ChuiziConnector::keysPage(const QUrl & /*baseUrl*/) const
{
    return QUrl(u"https://chuizi.ai/console/keys"_s);
}

} // namespace tollkeeper::chuizi
