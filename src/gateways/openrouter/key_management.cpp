// SPDX-License-Identifier: GPL-3.0-or-later
#include "gateways/openrouter/key_management.h"

#include "base/clock.h"
#include "gateways/json_body.h"
#include "gateways/json_members.h"
#include "gateways/openrouter/endpoints.h"
#include "gateways/openrouter/steps.h"
#include "gateways/urls.h"

using namespace Qt::Literals::StringLiterals;

namespace tollkeeper::openrouter {
namespace {

Failure cannot(const QString &field)
{
    return fail(Error::Kind::InvalidInput, field);
}

//! OpenRouter's money is US dollars. A cap of zero is one: such a key can call free models only.
Outcome addCap(JsonMembers &body, const CapWish &cap)
{
    if (!cap.limit) {
        body.null("limit").null("limit_reset");
        return Done{};
    }
    if (cap.limit->isNegative() || cap.limit->currency() != Currency())
        return cannot(u"cap"_s);
    if (!cap.reset.isEmpty() && !controlsFor(KeyRole::Management).resets.contains(cap.reset))
        return cannot(u"reset"_s);
    body.amount("limit", *cap.limit);
    if (cap.reset.isEmpty())
        body.null("limit_reset");
    else
        body.text("limit_reset", cap.reset);
    return Done{};
}

HttpRequest requestFor(
    const QByteArray &method, const QUrl &baseUrl, const QString &path, const QByteArray &body = {})
{
    HttpRequest request;
    request.method = method;
    request.url = urlOf(baseUrl, {.path = path});
    request.body = body;
    return request;
}

QString pathOf(const QString &hash)
{
    return u"/keys/"_s + pathPart(hash);
}

Result<KeyFacts> factsIn(const QJsonObject &body)
{
    const auto data = requiredObject(body, u"data");
    if (!data)
        return fail(data.error());
    auto answer = parseKey(*data, u"GET /keys/{hash}"_s);
    if (!answer)
        return fail(answer.error());
    if (answer->key.remoteId.isEmpty())
        return fail(Error::Kind::Protocol, u"a key without \"hash\""_s);
    return std::move(answer->key);
}

//! What is neither part of a making nor of a change.
Outcome checkDraft(const KeyDraft &draft)
{
    if (draft.name.trimmed().isEmpty())
        return cannot(u"name"_s);
    if (!draft.allowedAddresses.isEmpty() || !draft.deniedAddresses.isEmpty())
        return cannot(u"addresses"_s);
    if (!draft.windows.isEmpty())
        return cannot(u"windows"_s);
    if (draft.expiresAt && !draft.expiresAt->isValid())
        return cannot(u"expiry"_s);
    return Done{};
}

Outcome checkChange(const KeyChange &change)
{
    if (change.expiresAt)
        return cannot(u"expiry"_s);
    if (change.allowedAddresses || change.deniedAddresses)
        return cannot(u"addresses"_s);
    if (change.windows)
        return cannot(u"windows"_s);
    if (change.name && change.name->trimmed().isEmpty())
        return cannot(u"name"_s);
    return Done{};
}

} // namespace

Result<HttpRequest> OpenRouterKeys::createRequest(
    const QUrl &baseUrl, const KeyDraft &draft, const QByteArray & /*idempotency*/) const
{
    const auto checked = checkDraft(draft);
    if (!checked)
        return fail(checked.error());
    JsonMembers body;
    body.text("name", draft.name);
    const auto cap = addCap(body, draft.cap);
    if (!cap)
        return fail(cap.error());
    if (draft.countsByok)
        body.flag("include_byok_in_limit", *draft.countsByok);
    if (draft.expiresAt) // always with seconds: less is refused
        body.text("expires_at", utcText(draft.expiresAt->toUTC()));
    if (!draft.remoteGroup.isEmpty())
        body.text("workspace_id", draft.remoteGroup);
    return requestFor("POST"_ba, baseUrl, u"/keys"_s, body.toJson());
}

Result<CreatedKey> OpenRouterKeys::readCreated(const HttpResponse &response) const
{
    const auto body = jsonObject(response);
    if (!body)
        return fail(body.error());
    auto secret = Secret::fromInput(body->value("key"_L1).toString().toUtf8());
    if (!secret) // its error is about what a person typed; this is an answer that makes no sense
        return fail(Error::Kind::Protocol, u"\"key\" is no key"_s);
    auto facts = factsIn(*body);
    if (!facts)
        return fail(facts.error());
    if (facts->masked.isEmpty())
        facts->masked = secret->masked();
    return CreatedKey{*std::move(facts), std::make_shared<const Secret>(*std::move(secret))};
}

HttpRequest OpenRouterKeys::keyRequest(const QUrl &baseUrl, const QString &remoteId) const
{
    return requestFor("GET"_ba, baseUrl, pathOf(remoteId));
}

Result<KeyFacts> OpenRouterKeys::readKey(const HttpResponse &response) const
{
    const auto body = jsonObject(response);
    if (!body)
        return fail(body.error());
    return factsIn(*body);
}

Result<HttpRequest> OpenRouterKeys::changeRequest(
    const QUrl &baseUrl, const QString &remoteId, const KeyChange &change) const
{
    const auto checked = checkChange(change);
    if (!checked)
        return fail(checked.error());
    JsonMembers body;
    if (change.name)
        body.text("name", *change.name);
    if (change.cap) {
        if (const auto cap = addCap(body, *change.cap); !cap)
            return fail(cap.error());
    }
    if (change.countsByok)
        body.flag("include_byok_in_limit", *change.countsByok);
    if (change.isDisabled)
        body.flag("disabled", *change.isDisabled);
    if (body.isEmpty())
        return cannot(u"change"_s);
    return requestFor("PATCH"_ba, baseUrl, pathOf(remoteId), body.toJson());
}

HttpRequest OpenRouterKeys::deleteRequest(const QUrl &baseUrl, const QString &remoteId) const
{
    return requestFor("DELETE"_ba, baseUrl, pathOf(remoteId));
}

Outcome OpenRouterKeys::readDeleted(const HttpResponse &response) const
{
    const auto body = jsonObject(response);
    if (!body)
        return fail(body.error());
    if (!body->value("deleted"_L1).toBool())
        return fail(Error::Kind::Protocol, u"\"deleted\" is not true"_s);
    return Done{};
}

} // namespace tollkeeper::openrouter
