// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "gateways/send_places.h"

namespace tollkeeper::openai_compatible {

//! Whoever speaks another protocol than chat speaks it where its inventor does.
[[nodiscard]] SendPlaces sendPlaces();

} // namespace tollkeeper::openai_compatible
