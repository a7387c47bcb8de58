// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "storage/migrations.h"

namespace tollkeeper {

//! The steps of the schema, one file each; a step that shipped is never edited.
[[nodiscard]] Migration firstVersion();
[[nodiscard]] Migration secondVersion();
[[nodiscard]] Migration thirdVersion();
[[nodiscard]] Migration fourthVersion();
[[nodiscard]] Migration fifthVersion();
[[nodiscard]] Migration sixthVersion();
[[nodiscard]] Migration seventhVersion();

} // namespace tollkeeper
