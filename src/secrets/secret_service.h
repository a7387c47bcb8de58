// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/async.h"

#include <QString>

#include <chrono>

namespace tollkeeper {

//! What the Secret Service knows about one entry, without showing or asking anything. It answers for locked
//! collections too: attributes are not secret (trust.md 2.3).
struct EntryFacts {
    bool hasDefaultCollection = false; //!< false on a first run
    bool isLocked = false; //!< the default collection
    qsizetype openItems = 0;
    qsizetype lockedItems = 0;
};

//! Questions to org.freedesktop.secrets over the session bus, all asynchronous
//! (https://specifications.freedesktop.org/secret-service/latest). Coroutines without an object: whoever asks
//! may die meanwhile. Errors: KeychainMissing, KeychainWaiting (no answer within `limit`), KeychainDenied,
//! KeychainFailed.
[[nodiscard]] Async<EntryFacts> lookForEntry(QString server, QString user, std::chrono::milliseconds limit);

//! Unlocks the default collection, with one prompt if the service wants one. KeychainLocked: it was
//! dismissed.
[[nodiscard]] Async<Done> unlockDefaultCollection(std::chrono::milliseconds limit);

//! Whether somebody owns this name or would be started for it.
[[nodiscard]] Async<bool> isOnSessionBus(QString name, std::chrono::milliseconds limit);

} // namespace tollkeeper
