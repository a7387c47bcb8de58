// SPDX-License-Identifier: GPL-3.0-or-later
#include "domain/api_key.h"

namespace tollkeeper {

bool isAccountsOwnKey(const ApiKey &key, const QString &accountFingerprint)
{
    if (key.remoteId == QLatin1StringView("self"))
        return true;
    return !accountFingerprint.isEmpty()
        && (key.secretFingerprint == accountFingerprint || key.remoteId.startsWith(accountFingerprint));
}

} // namespace tollkeeper
