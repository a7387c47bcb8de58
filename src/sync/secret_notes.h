// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/key_change.h"
#include "storage/database.h"

namespace tollkeeper {

//! What happened to a key's secret in the keychain, for its history. Synchronous: call it on a storage
//! thread.
[[nodiscard]] Outcome noteSecret(Database &database, KeyId key, KeyEvent::What what, const QDateTime &at);
//! Another program has removed it: noted once, until it is stored again.
[[nodiscard]] Outcome noteMissingSecret(Database &database, KeyId key, const QDateTime &at);
//! The same for the key that an account is asked with, where it is listed.
[[nodiscard]] Outcome noteMissingOwnSecret(Database &database, AccountId account, const QDateTime &at);
//! It is there again.
[[nodiscard]] Outcome noteFoundOwnSecret(Database &database, AccountId account, const QDateTime &at);

} // namespace tollkeeper
