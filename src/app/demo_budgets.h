// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/services.h"

namespace tollkeeper {

//! Gives the invented company its budgets beside the monthly one for everything: one for each kind of scope
//! and period. A scope whose account or key is not there is left out. `services` must outlive the task.
[[nodiscard]] Async<Done> addDemoBudgets(Services &services);

//! The company's Tollkeeper ran all the time: a look at `moment` (UTC) comes five minutes after the one
//! before, however far the demo jumps.
[[nodiscard]] Async<Done> lookAsIfRunning(Services &services, QDateTime moment);

//! What the company's people have done with their inbox: seen what is older than a few days, and put off one
//! thing until next week.
[[nodiscard]] Async<Done> tidyDemoInbox(Services &services, QDateTime present);

} // namespace tollkeeper
