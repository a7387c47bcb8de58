// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "gateways/send_places.h"

namespace tollkeeper::torouter {

//! All four protocols; each takes the key as a bearer token. An own X-Request-ID is what its log keeps.
[[nodiscard]] SendPlaces sendPlaces();

} // namespace tollkeeper::torouter
