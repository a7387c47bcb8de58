// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/id.h"
#include "base/money.h"

#include <QDateTime>
#include <QString>
#include <QStringList>

#include <optional>

namespace tollkeeper {

//! A limit at the gateway that stops a key. Not a budget and not a balance (ledger rule 5).
struct Cap {
    Money limit;
    std::optional<Money> used; //!< in the cap's own period, as the gateway tells it
    QString reset; //!< "daily", "weekly", "monthly" in the gateway's calendar; empty: never
    friend bool operator==(const Cap &, const Cap &) = default;
};

//! Who a key belongs to; set in Tollkeeper, never at the gateway.
struct KeyLabels {
    QString environment;
    QString team;
    QString owner;
    QStringList tags;
    friend bool operator==(const KeyLabels &, const KeyLabels &) = default;
};

//! One API key of an account, as last heard of.
struct ApiKey {
    KeyId id;
    AccountId account;
    QString remoteId; //!< how the gateway names it (OpenRouter: hash); "self" where it does not
    QString name;
    QString masked; //!< safe to show
    bool isDisabled = false;
    std::optional<Cap> cap;
    std::optional<QDateTime> expiresAt; //!< UTC
    KeyLabels labels;
    std::optional<QDateTime> goneAt; //!< UTC; no longer listed. Its history stays

    // What follows is told by few gateways; nullopt: not told.
    std::optional<QDateTime> createdAt = {}; //!< UTC
    std::optional<QDateTime> lastUsedAt = {}; //!< UTC; as the gateway tells it
    std::optional<bool> countsByok = {}; //!< whether spend on own provider keys counts against the cap
    std::optional<QStringList> allowedModels = {}; //!< empty: all
    std::optional<QStringList> allowedAddresses = {}; //!< networks as CIDR; empty: from everywhere
    std::optional<QStringList> deniedAddresses = {};
    QString remoteGroup = {}; //!< where the gateway files it: a workspace, a group; empty: nowhere

    QDateTime firstSeenAt = {}; //!< UTC; of the first poll that named it
    std::optional<int> rotationDays = {}; //!< policy of this key; 0: never; nullopt: the workspace's
    std::optional<KeyId> replaces = {}; //!< the key whose work it took over
    QString secretName = {}; //!< keychain entry of its secret; empty: this machine does not hold it
    QString secretMasked = {}; //!< of that secret; safe to show
    QString secretFingerprint = {}; //!< Secret::fingerprint() of it

    [[nodiscard]] bool holdsSecret() const { return !secretName.isEmpty(); }
    //! Its age is counted from here.
    [[nodiscard]] QDateTime bornAt() const { return createdAt.value_or(firstSeenAt); }
};

//! Whether the account itself is asked with it: told as that key, or with the same secret.
//! `accountFingerprint`: Secret::fingerprint() of the account's key; empty: not known yet.
[[nodiscard]] bool isAccountsOwnKey(const ApiKey &key, const QString &accountFingerprint);

} // namespace tollkeeper
