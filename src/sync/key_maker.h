// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "sync/key_conversation.h"

namespace tollkeeper {

//! A key that was made and whose secret lies in the keychain; nothing of it is stored yet.
struct MadeKey {
    KeyFacts facts;
    QString secretMasked;
    QString secretFingerprint;
};

//! What a making came to.
struct Making {
    Result<MadeKey> key;
    bool mayBeLeft = false; //!< it failed, and the gateway may have a key of which the secret is lost
};

//! Makes keys so that none is left without its secret: whatever fails once the gateway has made one, the key
//! is deleted again. UI thread; must outlive its makings.
class KeyMaker {
public:
    KeyMaker(SecretStore &secrets, KeyConversation &conversation)
        : m_secrets(secrets), m_conversation(conversation)
    {
    }

    //! `secretName`: the entry of the keychain. The caller holds the account's turn.
    [[nodiscard]] QCoro::Task<Making> make(
        KeyLine line, KeyDraft draft, QByteArray idempotency, QString secretName);
    //! Deletes what make() made, at the gateway and in the keychain.
    [[nodiscard]] Async<Done> unmake(KeyLine line, QString name, QString secretName);

private:
    [[nodiscard]] Async<KeyFacts> complete(KeyLine line, KeyFacts made, KeyDraft draft, KeyDraftParts parts);

    SecretStore &m_secrets;
    KeyConversation &m_conversation;
};

} // namespace tollkeeper
