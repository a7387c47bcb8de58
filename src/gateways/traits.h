// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/gateway_traits.h"

namespace tollkeeper {

//! Of every kind of gateway this build knows.
[[nodiscard]] TraitsByGateway traitsOfAllGateways();

} // namespace tollkeeper
