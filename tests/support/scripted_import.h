// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "sync/import_service.h"

namespace scripted {

//! The beginning of an invented CSV file: fifteen good rows, one that is refused, no ids.
[[nodiscard]] tollkeeper::ImportPreview importPreview();
//! 1,204 new rows, 96 known ones, 3 refused.
[[nodiscard]] tollkeeper::ImportReport importReport();

} // namespace scripted
