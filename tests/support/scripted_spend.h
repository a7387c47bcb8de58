// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "analytics/spend_answers.h"
#include "domain/usage_answers.h"

namespace scripted {

//! Totals of the invented month by day, model or key; they add up to those of overview().
[[nodiscard]] tollkeeper::SpendTable spendTable(const tollkeeper::SpendQuery &query);
//! Three sources, one of each certainty, and a restated day.
[[nodiscard]] tollkeeper::Provenance provenance(const tollkeeper::ProvenanceQuery &query);

} // namespace scripted
