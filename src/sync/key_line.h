// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/clock.h"
#include "net/http_client.h"
#include "secrets/secret_store.h"
#include "storage/storage.h"
#include "sync/account_turns.h"
#include "sync/gateway_line.h"
#include "sync/gateway_poll.h"
#include "sync/panel_session.h"
#include "sync/sync_service.h"

#include <functional>
#include <memory>

namespace tollkeeper {

//! Whom the services of keys work with. All of them must outlive those.
struct KeyPartners {
    HttpClient &http;
    SecretStore &secrets;
    Storage &storage;
    const Clock &clock;
    AccountTurns &turns; //!< of `sync`
    PanelSessions &panels; //!< of `sync`
    SyncService &sync;
    RepeatPolicy policy = {};
    //! The connector of a kind, or null; empty: those of the registry.
    ConnectorSource connectors = {};

    [[nodiscard]] std::shared_ptr<const Connector> connectorOf(const QString &gateway) const;
};

//! Whom to ask about an account's keys, and with what.
struct KeyLine : GatewayLine {
    std::shared_ptr<PanelSession> panel; //!< null where nobody is logged in

    [[nodiscard]] KeyControls controls() const;
};

[[nodiscard]] KeyControls keyControlsOf(const Connector &connector, const Account &account);

//! Why a thing cannot be done with an account's keys: NotOffered with what would help ("management",
//! "panel"), or "gateway" where nothing does. `offers` says whether it can be with given controls.
[[nodiscard]] Error notOffered(
    const Connector &connector, const std::function<bool(const KeyControls &)> &offers);

//! Reads the account and its key.
[[nodiscard]] Async<KeyLine> openKeyLine(KeyPartners partners, AccountId account);

} // namespace tollkeeper
