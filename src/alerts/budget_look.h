// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "alerts/reconciliation.h"
#include "domain/budget.h"

namespace tollkeeper {

//! Looks at one budget: at the periods that ended since `lastLook` (UTC), at what is still open from them,
//! and at the running one. Within the caller's transaction; answers with what was raised or reopened.
[[nodiscard]] Result<QList<Alert>> lookAtBudget(
    Database &database, const Budget &budget, const QDateTime &lastLook, const LookMoment &moment);

} // namespace tollkeeper
