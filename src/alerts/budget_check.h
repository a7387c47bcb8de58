// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/result.h"
#include "domain/budget.h"

namespace tollkeeper {

//! Whether a budget makes sense; InvalidInput with what does not. Puts its thresholds in order and takes out
//! the ones that are there twice.
[[nodiscard]] Outcome checkBudget(Budget &budget);

} // namespace tollkeeper
