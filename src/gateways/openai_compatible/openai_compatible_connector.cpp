// SPDX-License-Identifier: GPL-3.0-or-later
#include "gateways/openai_compatible/openai_compatible_connector.h"

#include "gateways/json_body.h"
#include "gateways/urls.h"

#include <algorithm>

using namespace Qt::Literals::StringLiterals;

namespace tollkeeper::openai_compatible {

QString OpenAiCompatibleConnector::displayName() const
{
    return u"OpenAI-compatible"_s;
}

QUrl OpenAiCompatibleConnector::defaultBaseUrl() const
{
    return {};
}

Capabilities OpenAiCompatibleConnector::capabilities() const
{
    Capabilities can;
    can.tellsModels = true;
    can.mayBeAny = true;
    can.canTell = {
        QT_TRANSLATE_NOOP("Capabilities", "Whether the key works"),
        QT_TRANSLATE_NOOP("Capabilities", "How many models it may call"),
    };
    can.cannotTell = {
        QT_TRANSLATE_NOOP("Capabilities", "Spend: totals with this account say \"at least\""),
        QT_TRANSLATE_NOOP("Capabilities", "Balance, caps and other keys"),
    };
    return can;
}

ErrorCatalogue OpenAiCompatibleConnector::errorCatalogue() const
{
    return errorCodes();
}

AnswerPlaces OpenAiCompatibleConnector::answerPlaces() const
{
    return openai_compatible::answerPlaces();
}

QByteArray OpenAiCompatibleConnector::firstCursor(const PollContext & /*context*/) const
{
    return "models"_ba;
}

HttpRequest OpenAiCompatibleConnector::request(const QUrl &baseUrl, const QByteArray & /*cursor*/) const
{
    HttpRequest request;
    request.url = endpointUrl(baseUrl, basePath(baseUrl).isEmpty() ? u"/v1/models"_s : u"/models"_s);
    return request;
}

Result<PollPage> OpenAiCompatibleConnector::read(
    const QByteArray & /*cursor*/, const HttpResponse &response) const
{
    const auto body = jsonObject(response);
    if (!body)
        return fail(body.error());
    const auto models = requiredArray(*body, u"data");
    if (!models)
        return fail(models.error());
    PollPage page;
    page.facts.models = std::count_if(models->cbegin(), models->cend(),
        [](const QJsonValue &model) { return !model.toObject()["id"_L1].toString().isEmpty(); });
    return page;
}

} // namespace tollkeeper::openai_compatible
