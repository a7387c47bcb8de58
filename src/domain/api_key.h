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
};

} // namespace tollkeeper
