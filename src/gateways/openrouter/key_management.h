// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/key_controls.h"
#include "gateways/key_management.h"

namespace tollkeeper::openrouter {

//! What can be done from here: with a management key everything `/keys` takes, else nothing. Which models a
//! key may call is a matter of guardrails, which are set on OpenRouter's pages and not told with the key.
[[nodiscard]] KeyControls controlsFor(KeyRole role);

//! `POST /keys` and `GET`, `PATCH`, `DELETE /keys/{hash}` with a management key. An expiry is set at
//! creation only. There is no idempotency here: a making that was interrupted is found again by its name.
class OpenRouterKeys final : public KeyManagement {
public:
    [[nodiscard]] Result<HttpRequest> createRequest(
        const QUrl &baseUrl, const KeyDraft &draft, const QByteArray &idempotency) const override;
    [[nodiscard]] Result<CreatedKey> readCreated(const HttpResponse &response) const override;
    [[nodiscard]] HttpRequest keyRequest(const QUrl &baseUrl, const QString &remoteId) const override;
    [[nodiscard]] Result<KeyFacts> readKey(const HttpResponse &response) const override;
    [[nodiscard]] Result<HttpRequest> changeRequest(
        const QUrl &baseUrl, const QString &remoteId, const KeyChange &change) const override;
    [[nodiscard]] HttpRequest deleteRequest(const QUrl &baseUrl, const QString &remoteId) const override;
    [[nodiscard]] Outcome readDeleted(const HttpResponse &response) const override;
};

} // namespace tollkeeper::openrouter
