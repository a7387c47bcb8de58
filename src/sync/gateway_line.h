// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/account.h"
#include "gateways/connector.h"
#include "secrets/secret_store.h"
#include "storage/storage.h"

#include <functional>
#include <memory>

namespace tollkeeper {

//! Whom to ask about an account, how its gateway speaks, and with what key.
struct GatewayLine {
    Account account;
    std::shared_ptr<const Connector> connector; //!< never null once opened
    std::shared_ptr<const Secret> key; //!< the account's own
};

//! The connector of a kind of gateway, or null.
using ConnectorSource = std::function<std::shared_ptr<const Connector>(const QString &)>;

//! Reads the account and its key. NotFound where there is no such account, or nobody knows its gateway; else
//! what the keychain said. `storage` and `secrets` must live until it is done; connectors are those of the
//! registry unless told otherwise. UI thread.
[[nodiscard]] Async<GatewayLine> openGatewayLine(
    Storage &storage, SecretStore &secrets, AccountId account, ConnectorSource connectors = {});

} // namespace tollkeeper
