// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/secret.h"
#include "domain/key_change.h"
#include "domain/poll_facts.h"
#include "net/http_types.h"

#include <memory>

namespace tollkeeper {

//! A key that was just made. The secret is shown by the gateway this once.
struct CreatedKey {
    KeyFacts facts;
    std::shared_ptr<const Secret> secret;
};

//! How one kind of gateway makes, changes and deletes keys. Pure, like a connector: it builds requests, with
//! the right CredentialKind, and reads 2xx answers; a secret in an answer becomes a Secret where it is read.
//! What a request changes goes out once and is never repeated: after a failure the key is asked for again.
class KeyManagement {
public:
    KeyManagement() = default;
    Q_DISABLE_COPY_MOVE(KeyManagement)
    virtual ~KeyManagement() = default;

    //! `idempotency` is a random text of ours, the same when the same making is tried again, for gateways
    //! that make a key only once for it. InvalidInput where the draft asks for what this gateway cannot do.
    [[nodiscard]] virtual Result<HttpRequest> createRequest(
        const QUrl &baseUrl, const KeyDraft &draft, const QByteArray &idempotency) const = 0;
    [[nodiscard]] virtual Result<CreatedKey> readCreated(const HttpResponse &response) const = 0;

    [[nodiscard]] virtual HttpRequest keyRequest(const QUrl &baseUrl, const QString &remoteId) const = 0;
    //! Reads the answer to keyRequest() and to changeRequest().
    [[nodiscard]] virtual Result<KeyFacts> readKey(const HttpResponse &response) const = 0;

    //! InvalidInput where the change asks for what this gateway cannot do.
    [[nodiscard]] virtual Result<HttpRequest> changeRequest(
        const QUrl &baseUrl, const QString &remoteId, const KeyChange &change) const = 0;

    [[nodiscard]] virtual HttpRequest deleteRequest(const QUrl &baseUrl, const QString &remoteId) const = 0;
    [[nodiscard]] virtual Outcome readDeleted(const HttpResponse &response) const = 0;
};

} // namespace tollkeeper
