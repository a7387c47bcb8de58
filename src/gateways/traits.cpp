// SPDX-License-Identifier: GPL-3.0-or-later
#include "gateways/traits.h"

#include "gateways/connector.h"
#include "gateways/registry.h"

namespace tollkeeper {

TraitsByGateway traitsOfAllGateways()
{
    TraitsByGateway traits;
    for (const auto &kind : gatewayKinds()) {
        const auto connector = kind.create();
        traits.insert(QString::fromLatin1(kind.name),
            {connector->displayName(), connector->capabilities().tellsBalance,
                [connector](
                    KeyRole role, bool hasPanelLogin) { return connector->keyControls(role, hasPanelLogin); },
                [connector](const QUrl &baseUrl) { return connector->keysPage(baseUrl); }});
    }
    return traits;
}

} // namespace tollkeeper
