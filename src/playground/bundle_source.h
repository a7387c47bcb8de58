// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/id.h"
#include "base/result.h"

#include <QFuture>
#include <QStringList>

namespace tollkeeper {

class Storage;

//! What the ledger knows that a support bundle needs.
struct BundleSource {
    QString accountName;
    QString gateway; //!< the kind
    QString keyEnding; //!< the last four characters of the key; empty: not known
    QStringList secretNames; //!< keychain entries of all keys and panel logins of this machine
};

//! Without `key`: the account's own. An account or key that is gone leaves its names empty.
[[nodiscard]] QFuture<Result<BundleSource>> readBundleSource(
    Storage &storage, AccountId account, std::optional<KeyId> key);

} // namespace tollkeeper
