// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ctl/engine.h"
#include "playground/playground_run.h"

namespace tollkeeper::ctl {

//! Asks a gateway that looks up generations for the bill of the last answer, for some seconds while it does
//! not have it yet, and joins what it says: attempts, cost, upstream id. A bill that does not come in time
//! waits for the next poll. True: joined. REQUIRES: a writing engine.
[[nodiscard]] bool joinBill(Engine &engine, const Account &account, PlaygroundRun &run);

} // namespace tollkeeper::ctl
