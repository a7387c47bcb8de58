// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/async.h"
#include "base/secret.h"
#include "secrets/keychain_backend.h"
#include "secrets/turns.h"

#include <chrono>
#include <memory>

namespace tollkeeper {

//! What outlives a KeychainSecretStore while a job still runs.
struct KeychainState {
    QString service;
    std::chrono::milliseconds limit;
    KeychainBackend preferredBackend; //!< by the environment
    KeychainBackend backend; //!< by the environment and what was on the bus the last time
    bool isBackendSettled = false; //!< QtKeychain has chosen with its first job
    bool isUnlocking = false;
    std::shared_ptr<Turns> turns = std::make_shared<Turns>();
};

//! One question of one caller. Once it is given up, its steps do nothing more than to end.
class KeychainQuestion {
public:
    KeychainQuestion(std::shared_ptr<KeychainState> asked, QString account)
        : state(std::move(asked)), user(std::move(account))
    {
    }

    const std::shared_ptr<KeychainState> state;
    const QString user;

    void giveUp() { m_isGivenUp = true; }
    [[nodiscard]] bool isOver() const { return m_isGivenUp || state->turns->isClosed(); }

private:
    bool m_isGivenUp = false;
};

using Question = std::shared_ptr<KeychainQuestion>;

//! The steps behind KeychainSecretStore, in the order of trust.md 2.3. They wait for their turn, touch
//! nothing but their question, and take all the time it takes; Cancelled if it was given up before they were
//! done.
[[nodiscard]] Async<Secret> readEntry(Question question);
[[nodiscard]] Async<Done> writeEntry(Question question, std::shared_ptr<const Secret> secret);
[[nodiscard]] Async<Done> removeEntry(Question question);
[[nodiscard]] Async<Done> unlockKeyring(Question question);

} // namespace tollkeeper
