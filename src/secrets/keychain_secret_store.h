// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "secrets/secret_store.h"

#include <chrono>
#include <memory>

namespace tollkeeper {

class KeychainQuestion;
struct KeychainState;

//! How long a person waits for a keyring, counted from the question.
struct Patience {
    std::chrono::milliseconds untilSaid{5'000}; //!< then waiting() says so, and we go on waiting
    std::chrono::milliseconds untilGivenUp{120'000}; //!< then the answer is KeychainWaiting
};

//! Keys in the keychain of the desktop, through QtKeychain, which is asked only after the Secret Service has
//! told over D-Bus what stands there: QtKeychain alone takes a locked keyring for an empty one (trust.md 2).
//! UI thread; it never blocks, never prompts (unlock() does) and runs one QtKeychain job at a time.
//!
//! A job that hangs is left alone and keeps the others waiting, each for its own patience; other keychain
//! jobs of the process would wait for it as well, because QtKeychain runs one at a time too.
class KeychainSecretStore final : public SecretStore {
    Q_OBJECT
public:
    //! `service`: "tollkeeper", or "tollkeeper/<profile id>".
    explicit KeychainSecretStore(QString service, Patience patience = {}, QObject *parent = nullptr);
    ~KeychainSecretStore() override;

    //! A locked keyring is KeychainLocked at once, whether or not it holds a key for `user`.
    [[nodiscard]] Async<Secret> read(QString user) override;
    [[nodiscard]] Async<Done> write(QString user, std::shared_ptr<const Secret> secret) override;
    [[nodiscard]] Async<Done> remove(QString user) override;
    //! KeychainWaiting if a prompt is open already. With KWallet there is nothing to ask: it prompts by
    //! itself.
    [[nodiscard]] Async<Done> unlock() override;

    [[nodiscard]] bool isPersistent() const override { return true; }
    [[nodiscard]] QString backendName() const override;

private:
    template<typename T>
    Async<T> answerInTime(std::shared_ptr<KeychainQuestion> question, Async<T> working);

    Patience m_patience;
    std::shared_ptr<KeychainState> m_state;
};

} // namespace tollkeeper
