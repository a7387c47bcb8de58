// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "gateways/send_places.h"

namespace tollkeeper::litellm {

//! The proxy translates between all four.
[[nodiscard]] SendPlaces sendPlaces();

} // namespace tollkeeper::litellm
