// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/key_controls.h"
#include "gateways/key_management.h"

namespace tollkeeper::torouter {

//! What can be done from here: with a panel login everything the panel takes, without one nothing. The list
//! of models is ToRouter's own addition and set on its pages only.
[[nodiscard]] KeyControls controlsFor(bool hasPanelLogin);

//! `POST /api/v1/keys` and `GET`, `PUT`, `DELETE /api/v1/keys/:id` of sub2api's panel, with the session of a
//! login. What a change leaves out stays; an empty list, a quota of 0 and an empty expiry take one away. A
//! making takes an expiry in days from the gateway's own now, so that no moment can be said with it: the
//! expiry follows as a change.
class PanelKeys final : public KeyManagement {
public:
    [[nodiscard]] KeyDraftParts partsOf(KeyDraft draft) const override;
    [[nodiscard]] Result<HttpRequest> createRequest(
        const QUrl &baseUrl, const KeyDraft &draft, const QByteArray &idempotency) const override;
    [[nodiscard]] Result<CreatedKey> readCreated(const HttpResponse &response) const override;
    [[nodiscard]] HttpRequest keyRequest(const QUrl &baseUrl, const QString &remoteId) const override;
    [[nodiscard]] Result<KeyFacts> readKey(const HttpResponse &response) const override;
    [[nodiscard]] Result<HttpRequest> changeRequest(
        const QUrl &baseUrl, const QString &remoteId, const KeyChange &change) const override;
    [[nodiscard]] HttpRequest deleteRequest(const QUrl &baseUrl, const QString &remoteId) const override;
    [[nodiscard]] Outcome readDeleted(const HttpResponse &response) const override;
    [[nodiscard]] std::optional<HttpRequest> ownKeyRequest(const QUrl &baseUrl, int page) const override;
    [[nodiscard]] Result<OwnKeyPage> readOwnKey(const HttpResponse &response, int page,
        const QString &fingerprint, const QString &masked) const override;
};

} // namespace tollkeeper::torouter
