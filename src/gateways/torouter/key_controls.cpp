// SPDX-License-Identifier: GPL-3.0-or-later
#include "gateways/torouter/key_management.h"
#include "gateways/torouter/panel_answers.h"

namespace tollkeeper::torouter {

KeyControls controlsFor(bool hasPanelLogin)
{
    const auto here = hasPanelLogin ? ControlOffer::Editable : ControlOffer::AtGateway;
    return {.name = here,
        .cap = here,
        .countsByok = ControlOffer::NotOffered,
        .enabled = here,
        .models = ControlOffer::AtGateway,
        .addresses = here,
        .expiry = here,
        .windows = here,
        .createsKeys = hasPanelLogin,
        .deletesKeys = hasPanelLogin,
        .windowNames = windowNames()};
}

} // namespace tollkeeper::torouter
