// SPDX-License-Identifier: GPL-3.0-or-later
#include "gateways/new_api/new_api_connector.h"

#include "gateways/cursor.h"
#include "gateways/json_body.h"
#include "gateways/new_api/endpoints.h"
#include "gateways/urls.h"

using namespace Qt::Literals::StringLiterals;

namespace tollkeeper::new_api {
namespace {

// Steps of a poll; the words of the cursor beside them: "perDollar" and "inDollars" (what the status said).
constexpr auto StatusStep = "status"_L1;
constexpr auto TokenStep = "token"_L1;
constexpr auto SubscriptionStep = "subscription"_L1;
constexpr auto UsageStep = "usage"_L1;

QuotaUnit unitIn(const Cursor &at)
{
    const auto perDollar = at.words["perDollar"_L1].toInteger();
    return {perDollar > 0 ? std::optional(perDollar) : std::nullopt, at.words["inDollars"_L1].toBool()};
}

Result<PollPage> readStatus(Cursor at, const QJsonObject &body)
{
    const auto unit = parseStatus(body);
    if (!unit)
        return fail(unit.error());
    at.words["perDollar"_L1] = unit->perDollar.value_or(0);
    at.words["inDollars"_L1] = unit->isShownInDollars;
    return PollPage{.facts = {}, .next = at.at(TokenStep)};
}

Result<PollPage> readTokenUsage(const Cursor &at, const QJsonObject &body)
{
    auto facts = parseTokenUsage(body, unitIn(at));
    if (!facts)
        return fail(facts.error());
    return PollPage{.facts = *std::move(facts), .next = {}};
}

Result<PollPage> readSubscription(const Cursor &at, const QJsonObject &body)
{
    const auto unit = unitIn(at);
    const auto key = parseSubscription(body, unit);
    if (!key)
        return fail(key.error());
    PollPage page;
    page.facts.role = KeyRole::Ordinary;
    page.facts.keys.append(*key);
    page.facts.tellsSpend = unit.isShownInDollars;
    if (unit.isShownInDollars)
        page.next = at.at(UsageStep);
    return page;
}

Result<PollPage> readUsage(const QJsonObject &body)
{
    const auto spent = parseUsage(body);
    if (!spent)
        return fail(spent.error());
    PollPage page;
    page.facts.counters.append(CounterReading{.remoteKeyId = u"self"_s,
        .endpoint = u"GET /dashboard/billing/usage"_s,
        .lifetime = {*spent, Money()},
        .utcDay = {},
        .utcWeek = {},
        .utcMonth = {}});
    return page;
}

} // namespace

QString NewApiConnector::displayName() const
{
    return u"new-api / one-api"_s;
}

QUrl NewApiConnector::defaultBaseUrl() const
{
    return {};
}

Capabilities NewApiConnector::capabilities() const
{
    Capabilities can;
    can.tellsSpend = can.splitsByKey = true;
    can.canTell = {
        QT_TRANSLATE_NOOP("Capabilities", "What this key has spent, its cap and its expiry"),
    };
    can.cannotTell = {
        QT_TRANSLATE_NOOP("Capabilities", "Models, past days and other keys"),
        QT_TRANSLATE_NOOP("Capabilities", "The balance: it needs a login at the panel"),
        QT_TRANSLATE_NOOP("Capabilities",
            "Money, where the site counts in tokens or in a unit of its own: totals say \"at least\""),
    };
    return can;
}

ErrorCatalogue NewApiConnector::errorCatalogue() const
{
    return errorCodes();
}

AnswerPlaces NewApiConnector::answerPlaces() const
{
    return new_api::answerPlaces();
}

QByteArray NewApiConnector::firstCursor(const PollContext &context) const
{
    return Cursor(context).at(StatusStep);
}

HttpRequest NewApiConnector::request(const QUrl &baseUrl, const QByteArray &cursor) const
{
    const auto at = Cursor::fromBytes(cursor);
    const auto step = at.step();
    auto path = u"/api/status"_s;
    QUrlQuery query;
    if (step == TokenStep) {
        path = u"/api/usage/token/"_s; // without the last slash it is redirected
    } else if (step == SubscriptionStep) {
        path = u"/dashboard/billing/subscription"_s;
    } else if (step == UsageStep) {
        path = u"/dashboard/billing/usage"_s;
        // Asked for because clients do; the answer is the sum since the key was made.
        const auto today = at.now().date();
        query.addQueryItem(u"start_date"_s, today.addDays(-99).toString(Qt::ISODate));
        query.addQueryItem(u"end_date"_s, today.addDays(1).toString(Qt::ISODate));
    }
    HttpRequest request;
    request.url = endpointUrl(withoutVersion(baseUrl), path, query);
    return request;
}

Result<PollPage> NewApiConnector::read(const QByteArray &cursor, const HttpResponse &response) const
{
    const auto body = jsonObject(response);
    if (!body)
        return fail(body.error());
    const auto at = Cursor::fromBytes(cursor);
    if (at.step() == TokenStep)
        return readTokenUsage(at, *body);
    if (at.step() == SubscriptionStep)
        return readSubscription(at, *body);
    if (at.step() == UsageStep)
        return readUsage(*body);
    return readStatus(at, *body);
}

//! Without a status there is no currency, and the key still works or not. Builds before August 2025 have no
//! usage of the key but the endpoints of OpenAI's old dashboard.
std::optional<PollPage> NewApiConnector::afterRefusal(const QByteArray &cursor, const Error &refusal) const
{
    const auto at = Cursor::fromBytes(cursor);
    const auto status = refusal.httpStatus.value_or(0);
    const bool isAbsent = status == 404 || status == 405;
    if (at.step() == StatusStep && isAbsent)
        return PollPage{.facts = {}, .next = at.at(TokenStep)};
    if (at.step() == TokenStep && isAbsent)
        return PollPage{.facts = {}, .next = at.at(SubscriptionStep)};
    return std::nullopt;
}

//! Set on the site's own pages; a list of addresses is not told.
KeyControls NewApiConnector::keyControls(KeyRole /*role*/, bool /*hasPanelLogin*/) const
{
    constexpr auto There = ControlOffer::AtGateway;
    return {
        .name = There, .cap = There, .enabled = There, .models = There, .addresses = There, .expiry = There};
}

QUrl NewApiConnector::keysPage(const QUrl &baseUrl) const
{
    return endpointUrl(withoutVersion(baseUrl), u"/console/token"_s);
}

} // namespace tollkeeper::new_api
