// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/id.h"
#include "base/result.h"
#include "domain/account.h"

#include <QFuture>

namespace tollkeeper {

class Storage;

//! An account and the key of it that requests go out with.
struct Sender {
    Account account;
    QString secretName; //!< keychain entry of the key
    QString remoteKeyId; //!< as the gateway names it; empty: not known
};

//! Without `key`: the account's own. Error::Kind::NotFound: no such account, or the key is another account's;
//! SecretMissing: this machine does not hold the key's secret.
[[nodiscard]] QFuture<Result<Sender>> readSender(
    Storage &storage, AccountId account, std::optional<KeyId> key);

} // namespace tollkeeper
