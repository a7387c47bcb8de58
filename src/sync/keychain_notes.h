// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "secrets/watched_secret_store.h"
#include "storage/profile.h"

namespace tollkeeper {

//! Remembers in the profile's settings in which product each key is kept.
[[nodiscard]] WatchedSecretStore::Notes keychainNotesIn(const Profile &profile);

} // namespace tollkeeper
