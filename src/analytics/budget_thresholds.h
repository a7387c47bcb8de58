// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "analytics/budget_outlook.h"
#include "analytics/budget_reports.h"

namespace tollkeeper {

//! The thresholds of a budget against where it stands: those of actual spend with the day each was reached or
//! is expected, then those of the forecast. A forecast's day is left open:
//! only the record of its alert knows since when it says so.
[[nodiscard]] QList<ThresholdLine> thresholdsOf(const Budget &budget, const BudgetOutlook &outlook);
//! The same in a period of which nothing is known.
[[nodiscard]] QList<ThresholdLine> thresholdsOf(const Budget &budget);

} // namespace tollkeeper
