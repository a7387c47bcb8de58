// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "gateways/registry.h"

namespace tollkeeper::portkey {

//! How the answers of a Portkey gateway are read.
[[nodiscard]] Dialect dialect();

} // namespace tollkeeper::portkey
