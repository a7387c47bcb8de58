// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "gateways/key_management.h"
#include "sync/key_line.h"

namespace tollkeeper {

//! What is said with a gateway about one key. A request that changes something goes out once; what counts is
//! what the gateway says of the key afterwards. Whoever asks holds the account's turn. REQUIRES: a line whose
//! connector has keyManagement(), but for prove(). UI thread; must outlive its conversations.
class KeyConversation {
public:
    explicit KeyConversation(const KeyPartners &partners)
        : m_clock(partners.clock), m_poll(partners.http, partners.clock, partners.policy)
    {
    }

    //! The gateway's name for the key that is called "self" here; any other name as it is.
    [[nodiscard]] Async<QString> nameAtGateway(KeyLine line, QString remoteId);
    //! Rejected with status 404 where it has no such key: see isNotThere().
    [[nodiscard]] Async<KeyFacts> read(KeyLine line, QString name);
    //! The key as it stands afterwards. NotApplied, with what stands there, where it took the change and does
    //! not show it; its refusal, or why nobody answered, where it shows no change.
    [[nodiscard]] Async<KeyFacts> change(KeyLine line, QString name, KeyChange wanted);
    //! One request; what the draft still lacks is told by KeyManagement::partsOf().
    [[nodiscard]] Async<CreatedKey> create(KeyLine line, KeyDraft draft, QByteArray idempotency);
    //! Done where the gateway has no such key afterwards.
    [[nodiscard]] Async<Done> remove(KeyLine line, QString name);
    //! The fewest requests that prove a key; they cost nothing.
    [[nodiscard]] Async<Done> prove(KeyLine line, std::shared_ptr<const Secret> secret);

private:
    [[nodiscard]] Async<HttpResponse> ask(KeyLine line, HttpRequest request);

    const Clock &m_clock;
    GatewayPoll m_poll;
};

//! The gateway knows no key of that name.
[[nodiscard]] bool isNotThere(const Error &error);
//! Whether a request that failed this way may have changed something all the same: nobody answered, or not
//! in words we know.
[[nodiscard]] bool mayHaveHappened(const Error &error);

} // namespace tollkeeper
