// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "gateways/send_places.h"

namespace tollkeeper::chuizi {

//! Each protocol has a root of its own; there are no responses.
[[nodiscard]] SendPlaces sendPlaces();

} // namespace tollkeeper::chuizi
