// SPDX-License-Identifier: GPL-3.0-or-later
#include "gateways/torouter/key_management.h"

#include "base/clock.h"
#include "gateways/json_body.h"
#include "gateways/json_members.h"
#include "gateways/torouter/panel_answers.h"
#include "gateways/torouter/steps.h"
#include "gateways/urls.h"

using namespace Qt::Literals::StringLiterals;

namespace tollkeeper::torouter {
namespace {

constexpr int KeysPerPage = 100;

Failure cannot(const QString &field)
{
    return fail(Error::Kind::InvalidInput, field);
}

HttpRequest requestFor(
    const QByteArray &method, const QUrl &baseUrl, const QString &path, const QByteArray &body = {})
{
    HttpRequest request;
    request.method = method;
    request.url = endpointUrl(rootOf(baseUrl), u"/api/v1/keys"_s + path);
    request.body = body;
    request.credentialKind = CredentialKind::PanelSession;
    return request;
}

QString pathOf(const QString &remoteId)
{
    return u'/' + pathPart(remoteId);
}

bool isDollars(Money amount)
{
    return !amount.isNegative() && amount.currency() == Currency();
}

//! The quota is for good. One of zero would be none, so that it is refused instead of opening the key.
Outcome addCap(JsonMembers &body, const CapWish &cap)
{
    if (!cap.reset.isEmpty())
        return cannot(u"reset"_s);
    const auto quota = cap.limit.value_or(Money());
    if (!isDollars(quota) || (cap.limit && quota.isZero()))
        return cannot(u"cap"_s);
    body.amount("quota", quota);
    return Done{};
}

Outcome addWindows(JsonMembers &body, const QMap<QString, Money> &windows)
{
    for (auto window = windows.constBegin(); window != windows.constEnd(); ++window) {
        if (!windowNames().contains(window.key()) || !isDollars(window.value()))
            return cannot(u"windows"_s);
        body.amount("rate_limit_" + window.key().toLatin1(), window.value());
    }
    return Done{};
}

//! The panel numbers its groups.
Outcome addGroup(JsonMembers &body, const QString &group)
{
    if (group.isEmpty())
        return Done{};
    bool isNumber = false;
    const auto number = group.toLongLong(&isNumber);
    if (!isNumber)
        return cannot(u"group"_s);
    body.count("group_id", number);
    return Done{};
}

Outcome addDraft(JsonMembers &body, const KeyDraft &draft)
{
    body.text("name", draft.name);
    if (const auto group = addGroup(body, draft.remoteGroup); !group)
        return group;
    if (draft.cap.limit || !draft.cap.reset.isEmpty()) {
        if (const auto cap = addCap(body, draft.cap); !cap)
            return cap;
    }
    if (!draft.allowedAddresses.isEmpty())
        body.texts("ip_whitelist", draft.allowedAddresses);
    if (!draft.deniedAddresses.isEmpty())
        body.texts("ip_blacklist", draft.deniedAddresses);
    return addWindows(body, draft.windows);
}

Outcome addExpiry(JsonMembers &body, const std::optional<QDateTime> &expiresAt)
{
    if (expiresAt && !expiresAt->isValid())
        return cannot(u"expiry"_s);
    body.text("expires_at", expiresAt ? utcText(expiresAt->toUTC()) : QString());
    return Done{};
}

Outcome addChange(JsonMembers &body, const KeyChange &change)
{
    if (change.name)
        body.text("name", *change.name);
    if (change.isDisabled)
        body.text("status", *change.isDisabled ? u"inactive"_s : u"active"_s);
    if (change.allowedAddresses)
        body.texts("ip_whitelist", *change.allowedAddresses);
    if (change.deniedAddresses)
        body.texts("ip_blacklist", *change.deniedAddresses);
    if (change.cap) {
        if (const auto cap = addCap(body, *change.cap); !cap)
            return cap;
    }
    if (change.expiresAt) {
        if (const auto expiry = addExpiry(body, *change.expiresAt); !expiry)
            return expiry;
    }
    return change.windows ? addWindows(body, *change.windows) : Done{};
}

} // namespace

KeyDraftParts PanelKeys::partsOf(KeyDraft draft) const
{
    KeyDraftParts parts{std::move(draft), {}};
    if (parts.now.expiresAt) {
        parts.then = KeyChange{.expiresAt = parts.now.expiresAt};
        parts.now.expiresAt.reset();
    }
    return parts;
}

Result<HttpRequest> PanelKeys::createRequest(
    const QUrl &baseUrl, const KeyDraft &draft, const QByteArray &idempotency) const
{
    if (draft.name.trimmed().isEmpty())
        return cannot(u"name"_s);
    if (draft.countsByok)
        return cannot(u"byok"_s);
    if (draft.expiresAt)
        return cannot(u"expiry"_s);
    JsonMembers body;
    if (const auto added = addDraft(body, draft); !added)
        return fail(added.error());
    auto request = requestFor("POST"_ba, baseUrl, {}, body.toJson());
    if (!idempotency.isEmpty())
        request.headers.append("Idempotency-Key"_ba, idempotency);
    return request;
}

Result<CreatedKey> PanelKeys::readCreated(const HttpResponse &response) const
{
    const auto data = panelData(response);
    if (!data)
        return fail(data.error());
    auto secret = Secret::fromInput(data->value("key"_L1).toString().toUtf8());
    if (!secret) // its error is about what a person typed; this is an answer that makes no sense
        return fail(Error::Kind::Protocol, u"\"key\" is no key"_s);
    auto key = parseKey(*data);
    if (!key)
        return fail(key.error());
    key->facts.masked = secret->masked();
    return CreatedKey{std::move(key->facts), std::make_shared<const Secret>(*std::move(secret))};
}

HttpRequest PanelKeys::keyRequest(const QUrl &baseUrl, const QString &remoteId) const
{
    return requestFor("GET"_ba, baseUrl, pathOf(remoteId));
}

Result<KeyFacts> PanelKeys::readKey(const HttpResponse &response) const
{
    const auto data = panelData(response);
    if (!data)
        return fail(data.error());
    auto key = parseKey(*data);
    if (!key)
        return fail(key.error());
    return std::move(key->facts);
}

Result<HttpRequest> PanelKeys::changeRequest(
    const QUrl &baseUrl, const QString &remoteId, const KeyChange &change) const
{
    if (change.name && change.name->trimmed().isEmpty()) // would be taken for "as it is"
        return cannot(u"name"_s);
    if (change.countsByok)
        return cannot(u"byok"_s);
    JsonMembers body;
    if (const auto added = addChange(body, change); !added)
        return fail(added.error());
    if (body.isEmpty())
        return cannot(u"change"_s);
    return requestFor("PUT"_ba, baseUrl, pathOf(remoteId), body.toJson());
}

HttpRequest PanelKeys::deleteRequest(const QUrl &baseUrl, const QString &remoteId) const
{
    return requestFor("DELETE"_ba, baseUrl, pathOf(remoteId));
}

//! The text that comes with it differs between builds.
Outcome PanelKeys::readDeleted(const HttpResponse &response) const
{
    const auto body = jsonObject(response);
    if (!body)
        return fail(body.error());
    const auto code = body->value("code"_L1);
    if (!code.isDouble() || code.toInteger(-1) != 0)
        return fail(Error::Kind::Protocol, u"\"code\" is not 0"_s);
    return Done{};
}

std::optional<HttpRequest> PanelKeys::ownKeyRequest(const QUrl &baseUrl, int page) const
{
    auto request = requestFor("GET"_ba, baseUrl, {});
    QUrlQuery query;
    query.addQueryItem(u"page"_s, QString::number(page));
    query.addQueryItem(u"page_size"_s, QString::number(KeysPerPage));
    request.url.setQuery(query);
    return request;
}

Result<OwnKeyPage> PanelKeys::readOwnKey(
    const HttpResponse &response, int page, const QString &fingerprint, const QString &masked) const
{
    const auto data = panelData(response);
    if (!data)
        return fail(data.error());
    const auto list = parsePage(*data, page);
    if (!list)
        return fail(list.error());
    OwnKeyPage own{.remoteId = {}, .isLast = list->isLast};
    for (const auto &item : list->items) {
        const auto key = parseKey(item.toObject());
        if (!key)
            return fail(key.error());
        if (own.remoteId.isEmpty() && isSameKey(*key, fingerprint, masked))
            own.remoteId = key->facts.remoteId;
    }
    return own;
}

} // namespace tollkeeper::torouter
