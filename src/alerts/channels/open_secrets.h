// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/channel.h"
#include "secrets/secret_store.h"

namespace tollkeeper::channels {

//! What the keychain keeps of a channel; null where it keeps nothing.
struct OpenSecrets {
    std::shared_ptr<const Secret> address = {};
    std::shared_ptr<const Secret> secret = {};
};

//! Reads both from the keychain. The store must outlive the answer.
[[nodiscard]] Async<OpenSecrets> openSecrets(SecretStore &store, Channel channel);

} // namespace tollkeeper::channels
