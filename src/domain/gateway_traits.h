// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/account.h"
#include "domain/key_controls.h"

#include <QHash>
#include <QUrl>

#include <functional>

namespace tollkeeper {

//! What reports need to know of a gateway kind; analytics itself knows no gateway.
struct GatewayTraits {
    QString displayName; //!< "OpenRouter"
    bool offersBalance = false;
    //! What of its keys can be seen and changed, by the role of the account's key and whether somebody is
    //! logged in at its panel; empty: nothing.
    std::function<KeyControls(KeyRole, bool)> keyControls = {};
    //! The gateway's own page of keys by its base address; empty: none is known.
    std::function<QUrl(const QUrl &)> keysPage = {};
};

//! By the kind's name, such as "openrouter".
using TraitsByGateway = QHash<QString, GatewayTraits>;

} // namespace tollkeeper
