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

//! A wish for a key in the two requests that some gateways need for it.
struct KeyDraftParts {
    KeyDraft now; //!< for createRequest()
    std::optional<KeyChange> then; //!< for changeRequest() of the key that was made; nullopt: nothing
};

//! One page of a list in which the account's own key is looked for.
struct OwnKeyPage {
    QString remoteId; //!< the gateway's name for it; empty: not on this page
    bool isLast = false;
};

//! How one kind of gateway makes, changes and deletes keys. Pure, like a connector: it builds requests, with
//! the right CredentialKind, and reads 2xx answers; a secret in an answer becomes a Secret where it is read.
//! What a request changes goes out once and is never repeated: after a failure the key is asked for again.
class KeyManagement {
public:
    KeyManagement() = default;
    Q_DISABLE_COPY_MOVE(KeyManagement)
    virtual ~KeyManagement() = default;

    //! Parts a draft where this gateway can say some of it only of a key that is there already.
    [[nodiscard]] virtual KeyDraftParts partsOf(KeyDraft draft) const { return {std::move(draft), {}}; }

    //! `idempotency` is a random text of ours, the same when the same making is tried again, for gateways
    //! that make a key only once for it. InvalidInput, naming the field, where the draft asks for what this
    //! gateway cannot do, or can only later: see partsOf().
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

    //! The key an account is asked with is called "self" here. Where the gateway has another name for it,
    //! the requests above want that one, and it is found in this list, page by page from 1. nullopt: every
    //! remote id can be used as it is. Facts that are read bear the gateway's name.
    [[nodiscard]] virtual std::optional<HttpRequest> ownKeyRequest(const QUrl &baseUrl, int page) const
    {
        (void)baseUrl;
        (void)page;
        return std::nullopt;
    }
    //! `fingerprint` and `masked` are those of the account's key, as in PollContext.
    [[nodiscard]] virtual Result<OwnKeyPage> readOwnKey(
        const HttpResponse &response, int page, const QString &fingerprint, const QString &masked) const
    {
        (void)response;
        (void)page;
        (void)fingerprint;
        (void)masked;
        return fail(Error::Kind::Protocol, QStringLiteral("this gateway has no list to look through"));
    }
};

} // namespace tollkeeper
