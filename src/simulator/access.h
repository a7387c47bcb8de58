// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "simulator/exchange.h"
#include "simulator/world.h"

namespace tollkeeper::simulator {

//! The credential of a request: Authorization Bearer, else x-api-key, else x-goog-api-key. Empty when none.
[[nodiscard]] QByteArray credentialOf(const Asked &asked);
//! What a request is asked with at a kind of gateway; null when the key is unknown or missing.
[[nodiscard]] const Key *keyOf(const World &world, Place place, const Asked &asked);

} // namespace tollkeeper::simulator
