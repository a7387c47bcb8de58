// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "gateways/send_places.h"

namespace tollkeeper::portkey {

//! The configuration travels in a header of its own; the gateway takes the providers' keys out of it.
[[nodiscard]] SendPlaces sendPlaces();

} // namespace tollkeeper::portkey
