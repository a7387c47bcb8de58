// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/account.h"
#include "domain/key_controls.h"

#include <QHash>

#include <functional>

namespace tollkeeper {

//! What reports need to know of a gateway kind; analytics itself knows no gateway.
struct GatewayTraits {
    QString displayName; //!< "OpenRouter"
    bool offersBalance = false;
    //! What of its keys can be seen and changed, by the role of the account's key and whether somebody is
    //! logged in at its panel; empty: nothing.
    std::function<KeyControls(KeyRole, bool)> keyControls = {};
};

//! By the kind's name, such as "openrouter".
using TraitsByGateway = QHash<QString, GatewayTraits>;

} // namespace tollkeeper
