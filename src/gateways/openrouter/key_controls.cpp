// SPDX-License-Identifier: GPL-3.0-or-later
#include "gateways/openrouter/key_management.h"

using namespace Qt::Literals::StringLiterals;

namespace tollkeeper::openrouter {

KeyControls controlsFor(KeyRole role)
{
    const bool manages = role == KeyRole::Management;
    const auto here = manages ? ControlOffer::Editable : ControlOffer::AtGateway;
    return {.name = here,
        .cap = here,
        .countsByok = here,
        .enabled = here,
        .models = ControlOffer::AtGateway,
        .addresses = ControlOffer::NotOffered,
        .expiry = manages ? ControlOffer::AtCreation : ControlOffer::AtGateway,
        .windows = ControlOffer::NotOffered,
        .createsKeys = manages,
        .deletesKeys = manages,
        .resets = {u"daily"_s, u"weekly"_s, u"monthly"_s}};
}

} // namespace tollkeeper::openrouter
