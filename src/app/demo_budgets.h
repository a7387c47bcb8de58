// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/services.h"

namespace tollkeeper {

//! Gives the invented company its budgets beside the monthly one for everything: one for each kind of scope
//! and period. A scope whose account or key is not there is left out. `services` must outlive the task.
[[nodiscard]] Async<Done> addDemoBudgets(Services &services);

} // namespace tollkeeper
