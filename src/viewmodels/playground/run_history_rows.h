// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "playground/run_history.h"
#include "viewmodels/playground/playground_lines.h"

namespace tollkeeper {

[[nodiscard]] RunRow runRow(const RunLine &line);

//! What is known of a kept run besides its verdict, ids and route. Of IdLine; what is not known has no value.
[[nodiscard]] QVariantList keptFacts(const KeptRun &run);
//! Its route, in order: a POST of ours stands for itself where the gateway tells nothing of it, or where
//! there were several. Of AttemptRow.
[[nodiscard]] QVariantList keptAttempts(const KeptRun &run);

} // namespace tollkeeper
