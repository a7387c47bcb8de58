// SPDX-License-Identifier: GPL-3.0-or-later
#include "gateways/send_request.h"

#include "gateways/urls.h"

#include <algorithm>

using namespace Qt::Literals::StringLiterals;

namespace tollkeeper {
namespace {

QUrl placeOf(const SendPlaces &places, const SendRoute &route, const QUrl &baseUrl)
{
    const auto path = QString::fromLatin1(route.path);
    const auto root = places.root ? places.root(baseUrl) : withoutVersion(baseUrl);
    if (route.below == SendRoute::Below::Root)
        return endpointUrl(root, path);
    if (places.root || basePath(baseUrl).isEmpty())
        return endpointUrl(root, QString::fromLatin1(places.version) + path);
    return endpointUrl(baseUrl, path);
}

QUrl addressOf(const SendPlaces &places, const SendRoute &route, const QUrl &baseUrl,
    const PlaygroundRequest &request, const QString &model)
{
    auto url = placeOf(places, route, baseUrl);
    if (request.protocol != ApiProtocol::Gemini)
        return url;
    // The model is one part of the path, whatever is in its name.
    const auto action = request.streams ? u":streamGenerateContent"_s : u":generateContent"_s;
    url.setPath(url.path(QUrl::FullyEncoded) + u'/' + pathPart(model) + action, QUrl::TolerantMode);
    if (request.streams)
        url.setQuery(u"alt=sse"_s);
    return url;
}

} // namespace

Result<HttpRequest> sendRequest(const SendPlaces &places, const QUrl &baseUrl,
    const PlaygroundRequest &request, const QString &model, const QString &requestId)
{
    const auto route = std::find_if(places.routes.cbegin(), places.routes.cend(),
        [&request](const SendRoute &known) { return known.protocol == request.protocol; });
    if (route == places.routes.cend())
        return fail(Error::Kind::NotOffered, toText(request.protocol));
    if (!request.routing.isEmpty() && !places.offersRouting)
        return fail(Error::Kind::NotOffered, u"routing"_s);
    if (model.trimmed().isEmpty())
        return fail(Error::Kind::InvalidInput, u"model"_s);
    auto body = chatBody(request, model);
    if (!body)
        return fail(body.error());

    HttpRequest built;
    built.method = "POST"_ba;
    built.url = addressOf(places, *route, baseUrl, request, model);
    built.body = *std::move(body);
    built.credentialHeader = route->header;
    for (const auto &[name, value] : places.headers)
        built.headers.append(name, value);
    if (request.protocol == ApiProtocol::AnthropicMessages)
        built.headers.append("anthropic-version"_ba, "2023-06-01"_ba);
    if (request.streams)
        built.headers.append("Accept"_ba, "text/event-stream, application/json"_ba);
    if (places.requestIdHeader && !requestId.isEmpty())
        built.headers.append(places.requestIdHeader, requestId.toLatin1());
    return built;
}

} // namespace tollkeeper
