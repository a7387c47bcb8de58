// SPDX-License-Identifier: GPL-3.0-or-later
#include "gateways/torouter/torouter_connector.h"

#include "gateways/json_body.h"
#include "gateways/torouter/key_management.h"
#include "gateways/torouter/panel_protocol.h"
#include "gateways/torouter/steps.h"
#include "gateways/torouter/usage.h"
#include "gateways/urls.h"

using namespace Qt::Literals::StringLiterals;

namespace tollkeeper::torouter {

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
    can.tellsHistory = can.listsKeys = can.offersPanelLogin = true;
    can.canTell = {
        QT_TRANSLATE_NOOP("Capabilities", "Spend of this key by day, up to 90 days back"),
        QT_TRANSLATE_NOOP("Capabilities", "Its models, day by day"),
        QT_TRANSLATE_NOOP(
            "Capabilities", "Its cap, its spend windows, its expiry and, without a plan, the balance"),
        QT_TRANSLATE_NOOP("Capabilities",
            "With a panel login, where no captcha stands before it: every key and every request"),
    };
    can.cannotTell = {
        QT_TRANSLATE_NOOP("Capabilities", "Other keys of the same login without a panel login"),
        QT_TRANSLATE_NOOP("Capabilities", "Which provider or model really served a request"),
        QT_TRANSLATE_NOOP("Capabilities", "Days, on older builds: there only the total of the key is known"),
    };
    return can;
}

ErrorCatalogue ToRouterConnector::errorCatalogue() const
{
    return errorCodes();
}

AnswerPlaces ToRouterConnector::answerPlaces() const
{
    return torouter::answerPlaces();
}

QByteArray ToRouterConnector::firstCursor(const PollContext &context) const
{
    return firstStep(context);
}

HttpRequest ToRouterConnector::request(const QUrl &baseUrl, const QByteArray &cursor) const
{
    const auto at = Cursor::fromBytes(cursor);
    const auto root = rootOf(baseUrl);
    return isPanelStep(at) ? panelRequest(root, at) : keyRequest(root, at);
}

Result<PollPage> ToRouterConnector::read(const QByteArray &cursor, const HttpResponse &response) const
{
    const auto body = jsonObject(response);
    if (!body)
        return fail(body.error());
    const auto at = Cursor::fromBytes(cursor);
    return isPanelStep(at) ? readWithSession(at, *body) : readWithKey(at, *body);
}

//! The profile is asked for the balance only, and the balance is worth no failed poll.
std::optional<PollPage> ToRouterConnector::afterRefusal(const QByteArray &cursor, const Error &refusal) const
{
    const auto at = Cursor::fromBytes(cursor);
    const bool isAbsent = refusal.httpStatus == 403 || refusal.httpStatus == 404;
    if (at.step() != MeStep || !isAbsent)
        return std::nullopt;
    return PollPage{.facts = {}, .next = at.at(UsageStep)};
}

const PanelLogin *ToRouterConnector::panelLogin() const
{
    static const PanelProtocol protocol; // without any state
    return &protocol;
}

KeyControls ToRouterConnector::keyControls(KeyRole /*role*/, bool hasPanelLogin) const
{
    return controlsFor(hasPanelLogin);
}

const KeyManagement *ToRouterConnector::keyManagement() const
{
    static const PanelKeys keys; // without any state
    return &keys;
}

QUrl ToRouterConnector::keysPage(const QUrl &baseUrl) const
{
    return endpointUrl(rootOf(baseUrl), u"/keys"_s);
}

QUrl rootOf(const QUrl &baseUrl)
{
    auto path = basePath(baseUrl);
    for (const auto end : {"/v1"_L1, "/api"_L1}) {
        if (path.endsWith(end))
            path.chop(end.size());
    }
    auto root = baseUrl;
    root.setPath(path);
    return root;
}

} // namespace tollkeeper::torouter
