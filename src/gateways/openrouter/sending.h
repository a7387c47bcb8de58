// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "gateways/send_places.h"

namespace tollkeeper::openrouter {

//! Chat, responses and messages below /api/v1. The router tells its attempts only when it is asked to.
[[nodiscard]] SendPlaces sendPlaces();

} // namespace tollkeeper::openrouter
