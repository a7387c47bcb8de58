// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/pasted_keys.h"

namespace tollkeeper {

//! Why a pasted line gave no key, as one sentence with its number; never more of the line than that.
[[nodiscard]] QString problemText(const PastedProblem &problem);

} // namespace tollkeeper
