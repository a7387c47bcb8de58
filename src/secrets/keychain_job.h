// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/secret.h"
#include "secrets/one_shot.h"

#include <QString>
#include <qt6keychain/keychain.h>

namespace tollkeeper {

//! What one QtKeychain job said. Careful with it: in a locked keyring a read ends with EntryNotFound and a
//! delete with NoError, and behind KWallet every failure is NoError (trust.md 2.1).
struct JobAnswer {
    QKeychain::Error code = QKeychain::OtherError;
    QString text = {}; //!< QtKeychain's own, or why the stored bytes cannot be a key
    Secret secret = {}; //!< of a read; empty unless the stored bytes can be a key
};

//! Each starts a job that belongs to nobody and deletes itself when it has finished. Never destroy one that
//! runs: libsecret's callback would use it (trust.md 0.4). To give one up, stop waiting. Never in plain text.
[[nodiscard]] OneShot<JobAnswer> startReading(const QString &service, const QString &user);
[[nodiscard]] OneShot<JobAnswer> startWriting(
    const QString &service, const QString &user, const Secret &secret);
[[nodiscard]] OneShot<JobAnswer> startDeleting(const QString &service, const QString &user);

} // namespace tollkeeper
