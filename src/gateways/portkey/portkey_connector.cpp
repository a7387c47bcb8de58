// SPDX-License-Identifier: GPL-3.0-or-later
#include "gateways/portkey/portkey_connector.h"

#include "gateways/json_body.h"
#include "gateways/urls.h"

using namespace Qt::Literals::StringLiterals;

namespace tollkeeper::portkey {
namespace {

const QByteArray Greeting = "AI Gateway says hey!"_ba; // GET / of 1.9.8 and 1.15.2, as text

} // namespace

QString PortkeyConnector::displayName() const
{
    return u"Portkey"_s;
}

QUrl PortkeyConnector::defaultBaseUrl() const
{
    return {};
}

Capabilities PortkeyConnector::capabilities() const
{
    Capabilities can;
    can.takesConfiguration = true;
    can.canTell = {
        QT_TRANSLATE_NOOP("Capabilities", "Whether the gateway answers"),
    };
    can.cannotTell = {
        QT_TRANSLATE_NOOP(
            "Capabilities", "Whether the keys in its configuration work, until something is sent"),
        QT_TRANSLATE_NOOP("Capabilities", "Spend: it keeps no account of money, so totals say \"at least\""),
        QT_TRANSLATE_NOOP("Capabilities", "Balance, caps, keys and models"),
    };
    return can;
}

ErrorCatalogue PortkeyConnector::errorCatalogue() const
{
    return errorCodes();
}

AnswerPlaces PortkeyConnector::answerPlaces() const
{
    AnswerPlaces places;
    places.requestIdHeaders = {"x-portkey-trace-id"};
    places.isRequestIdUpstream = true;
    places.providerHeaders = {"x-portkey-provider"};
    places.targetHeaders = {"x-portkey-last-used-option-index"};
    places.retryCountHeaders = {"x-portkey-retry-attempt-count"};
    return places;
}

QByteArray PortkeyConnector::firstCursor(const PollContext & /*context*/) const
{
    return "greeting"_ba;
}

// Below /v1 it would pass the question on to a provider, with the person's keys.
HttpRequest PortkeyConnector::request(const QUrl &baseUrl, const QByteArray & /*cursor*/) const
{
    HttpRequest request;
    request.url = endpointUrl(withoutVersion(baseUrl), u"/"_s);
    request.credentialHeader = CredentialHeader::None;
    return request;
}

Result<PollPage> PortkeyConnector::read(const QByteArray & /*cursor*/, const HttpResponse &response) const
{
    if (response.body.trimmed() == Greeting)
        return PollPage();
    const auto body = jsonObject(response);
    if (!body)
        return fail(body.error());
    return fail(Error::Kind::Protocol, u"the answer is not Portkey's greeting"_s);
}

} // namespace tollkeeper::portkey
