// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/key_change.h"

namespace tollkeeper {

//! One line of a key's history: "Cap changed from $1,200.00 to $1,500.00". Plain text; says so where it was
//! found changed at the gateway.
[[nodiscard]] QString keyEventText(const KeyEvent &event);

} // namespace tollkeeper
