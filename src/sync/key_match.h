// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/secret.h"
#include "domain/account.h"
#include "domain/api_key.h"
#include "gateways/connector.h"

#include <QList>

namespace tollkeeper {

//! What is known of the key an account is asked with.
struct OwnKey {
    QString secretName;
    QString masked;
    QString fingerprint; //!< empty: not known yet
};

//! Whether it is the key that its account is asked with.
[[nodiscard]] bool isOwn(const ApiKey &key, const OwnKey &own, const Capabilities &capabilities);

//! Whether a secret is that key's, by what its gateway tells of it: the hash it is named by, or its masked
//! form. nullopt: cannot be told.
[[nodiscard]] std::optional<bool> isSecretOf(
    const Secret &secret, const ApiKey &key, const OwnKey &own, const Capabilities &capabilities);

//! The one of these keys that a secret belongs to. nullopt: none, or not only one.
[[nodiscard]] std::optional<ApiKey> ownerOf(
    const Secret &secret, const QList<ApiKey> &keys, const OwnKey &own, const Capabilities &capabilities);

} // namespace tollkeeper
