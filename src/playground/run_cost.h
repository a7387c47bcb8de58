// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "playground/playground_run.h"

namespace tollkeeper {

//! What the POSTs of a run cost together.
struct RunCost {
    std::optional<Money> sum; //!< nullopt: not known
    bool isLeast = false; //!< one of them is not known, not all of it, in another currency, or too much
};

//! A POST of which it is known that nothing was charged counts as nothing. An account bills in one currency:
//! that of the last POST that tells an amount, else `usual`. Pure.
[[nodiscard]] RunCost runCost(const PlaygroundRun &run, Currency usual = {});

} // namespace tollkeeper
