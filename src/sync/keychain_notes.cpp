// SPDX-License-Identifier: GPL-3.0-or-later
#include "sync/keychain_notes.h"

namespace tollkeeper {

WatchedSecretStore::Notes keychainNotesIn(const Profile &profile)
{
    return {[profile](const QString &user) { return profile.keychainBackendOf(user); },
        [profile](
            const QString &user, const QString &backend) { profile.noteKeychainBackend(user, backend); }};
}

} // namespace tollkeeper
