// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/clock.h"
#include "gateways/connector.h"
#include "gateways/key_management.h"
#include "support/key_gateway.h"

namespace key_double {

inline tollkeeper::Result<QJsonObject> objectIn(const tollkeeper::HttpResponse &response)
{
    const auto document = QJsonDocument::fromJson(response.body);
    if (!document.isObject())
        return tollkeeper::fail(tollkeeper::Error::Kind::NotAnApi);
    return document.object();
}

//! How that gateway's keys are asked for.
class DoubleKeys final : public tollkeeper::KeyManagement {
public:
    using Request = tollkeeper::HttpRequest;
    using Response = tollkeeper::HttpResponse;

    bool findsOwnKey = false; //!< "self" has another name at the gateway
    bool needsTwoRequests = false; //!< the cap is set after the making

    static Request requestFor(
        const QByteArray &method, const QUrl &base, const QString &path, const QJsonObject &body = {})
    {
        Request request;
        request.method = method;
        request.url = QUrl(base.toString() + path);
        if (!body.isEmpty())
            request.body = QJsonDocument(body).toJson(QJsonDocument::Compact);
        request.deadline = std::chrono::milliseconds(300);
        return request;
    }
    static QString dollars(const tollkeeper::CapWish &cap)
    {
        return cap.limit ? cap.limit->amountText() : QString();
    }
    static tollkeeper::KeyFacts factsFrom(const QJsonObject &object)
    {
        tollkeeper::KeyFacts facts;
        facts.remoteId = object[u"hash"_s].toString();
        facts.name = object[u"name"_s].toString();
        facts.masked = u"sk-test-…"_s + facts.remoteId.right(4);
        facts.isDisabled = object[u"disabled"_s].toBool();
        facts.createdAt = tollkeeper::parseUtc(object[u"created"_s].toString());
        if (const auto limit = object[u"limit"_s].toString(); !limit.isEmpty())
            facts.cap = tollkeeper::Cap{*tollkeeper::Money::fromText(limit), {}, {}};
        return facts;
    }

    tollkeeper::KeyDraftParts partsOf(tollkeeper::KeyDraft draft) const override
    {
        tollkeeper::KeyDraftParts parts{std::move(draft), {}};
        if (needsTwoRequests && parts.now.cap.limit) {
            parts.then = tollkeeper::KeyChange{.cap = parts.now.cap};
            parts.now.cap = {};
        }
        return parts;
    }
    tollkeeper::Result<Request> createRequest(
        const QUrl &base, const tollkeeper::KeyDraft &draft, const QByteArray &) const override
    {
        return requestFor(
            "POST", base, u"/keys"_s, {{u"name"_s, draft.name}, {u"limit"_s, dollars(draft.cap)}});
    }
    tollkeeper::Result<tollkeeper::CreatedKey> readCreated(const Response &response) const override
    {
        const auto object = objectIn(response);
        if (!object)
            return tollkeeper::fail(object.error());
        auto secret = tollkeeper::Secret::fromInput(object->value(u"secret"_s).toString().toLatin1());
        if (!secret)
            return tollkeeper::fail(tollkeeper::Error::Kind::Protocol);
        return tollkeeper::CreatedKey{
            factsFrom(*object), std::make_shared<const tollkeeper::Secret>(*std::move(secret))};
    }
    Request keyRequest(const QUrl &base, const QString &id) const override
    {
        return requestFor("GET", base, u"/keys/"_s + id);
    }
    tollkeeper::Result<tollkeeper::KeyFacts> readKey(const Response &response) const override
    {
        const auto object = objectIn(response);
        return object ? tollkeeper::Result<tollkeeper::KeyFacts>(factsFrom(*object))
                      : tollkeeper::fail(object.error());
    }
    tollkeeper::Result<Request> changeRequest(
        const QUrl &base, const QString &id, const tollkeeper::KeyChange &change) const override
    {
        QJsonObject body;
        if (change.name)
            body.insert(u"name"_s, *change.name);
        if (change.cap)
            body.insert(u"limit"_s, dollars(*change.cap));
        if (change.isDisabled)
            body.insert(u"disabled"_s, *change.isDisabled);
        return requestFor("PATCH", base, u"/keys/"_s + id, body);
    }
    Request deleteRequest(const QUrl &base, const QString &id) const override
    {
        return requestFor("DELETE", base, u"/keys/"_s + id);
    }
    tollkeeper::Outcome readDeleted(const Response &response) const override
    {
        const auto object = objectIn(response);
        if (!object || !object->value(u"deleted"_s).toBool())
            return tollkeeper::fail(tollkeeper::Error::Kind::Protocol);
        return tollkeeper::Done{};
    }
    std::optional<Request> ownKeyRequest(const QUrl &base, int) const override
    {
        return findsOwnKey ? std::optional(requestFor("GET", base, u"/keys"_s)) : std::nullopt;
    }
    tollkeeper::Result<tollkeeper::OwnKeyPage> readOwnKey(
        const Response &response, int, const QString &fingerprint, const QString &) const override
    {
        tollkeeper::OwnKeyPage page{{}, true};
        for (const auto &value : QJsonDocument::fromJson(response.body)[u"keys"_s].toArray()) {
            const auto hash = value[u"hash"_s].toString();
            if (hash.startsWith(fingerprint))
                page.remoteId = hash;
        }
        return page;
    }
};

//! That gateway as polls and tests see it.
class DoubleConnector final : public tollkeeper::Connector {
public:
    DoubleKeys management;
    bool listsKeys = true; //!< false: an account whose only key is its own
    bool createsKeys = true;
    bool changesKeys = true;

    [[nodiscard]] QString displayName() const override { return u"Double"_s; }
    [[nodiscard]] QUrl defaultBaseUrl() const override { return {}; }
    [[nodiscard]] tollkeeper::Capabilities capabilities() const override
    {
        tollkeeper::Capabilities can;
        can.listsKeys = listsKeys;
        can.namesKeysByHash = true;
        return can;
    }
    [[nodiscard]] tollkeeper::ErrorCatalogue errorCatalogue() const override { return {}; }
    [[nodiscard]] QByteArray firstCursor(const tollkeeper::PollContext &context) const override
    {
        const bool isPoll = context.purpose == tollkeeper::PollPurpose::Poll && listsKeys;
        return (isPoll ? "/keys " : "/me ") + context.keyFingerprint.toLatin1();
    }
    [[nodiscard]] tollkeeper::HttpRequest request(const QUrl &base, const QByteArray &cursor) const override
    {
        return DoubleKeys::requestFor("GET", base, QString::fromLatin1(cursor.split(' ').constFirst()));
    }
    [[nodiscard]] tollkeeper::Result<tollkeeper::PollPage> read(
        const QByteArray &cursor, const tollkeeper::HttpResponse &response) const override
    {
        const auto object = objectIn(response);
        if (!object)
            return tollkeeper::fail(object.error());
        tollkeeper::PollPage page;
        if (cursor.startsWith("/me")) {
            tollkeeper::KeyFacts own;
            own.remoteId = u"self"_s;
            page.facts.keys.append(own);
            return page;
        }
        page.facts.role = tollkeeper::KeyRole::Management;
        page.facts.listsAllKeys = true;
        const auto keys = object->value(u"keys"_s).toArray();
        for (const auto &value : keys) {
            auto key = DoubleKeys::factsFrom(value.toObject());
            if (management.findsOwnKey
                && key.remoteId.startsWith(QString::fromLatin1(cursor.split(' ').at(1))))
                key.remoteId = u"self"_s;
            page.facts.keys.append(key);
        }
        return page;
    }
    [[nodiscard]] tollkeeper::KeyControls keyControls(tollkeeper::KeyRole role, bool) const override
    {
        using tollkeeper::ControlOffer;
        const bool manages = role == tollkeeper::KeyRole::Management && changesKeys;
        const auto here = manages ? ControlOffer::Editable : ControlOffer::AtGateway;
        return {.name = here,
            .cap = here,
            .enabled = here,
            .createsKeys = manages && createsKeys,
            .deletesKeys = manages};
    }
    [[nodiscard]] const tollkeeper::KeyManagement *keyManagement() const override { return &management; }
    [[nodiscard]] QUrl keysPage(const QUrl &base) const override { return base.resolved(QUrl(u"/page"_s)); }
};

} // namespace key_double

using key_double::DoubleConnector;
