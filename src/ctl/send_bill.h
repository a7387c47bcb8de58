// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ctl/engine.h"
#include "playground/playground_run.h"

#include <chrono>

namespace tollkeeper::ctl {

//! Asks a gateway that looks up generations for the bills of all POSTs, for so long while it does not have
//! them yet, and joins what they say: attempts, cost, upstream ids. A bill that does not come in time
//! is asked for by a later poll or the window. REQUIRES: a writing engine.
void joinBills(
    Engine &engine, const Account &account, PlaygroundRun &run, std::chrono::milliseconds patience);

} // namespace tollkeeper::ctl
