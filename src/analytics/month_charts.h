// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "analytics/spend_answers.h"
#include "storage/spend_repository.h"

namespace tollkeeper {

// What sums by day become in the charts of a month; pure.

//! The running sum over the days of a month, one value a day.
[[nodiscard]] QList<Money> runningSums(const QList<SpendSum> &days, const DayRange &range, Currency currency);

//! Sums by subject and day as one stack, the dearest subject first: at most seven and the rest of them
//! together, then what they leave of each day's total in `days`.
[[nodiscard]] QList<DailySeries> stacked(
    const QList<SpendSum> &sums, const QList<SpendSum> &days, const DayRange &month, Currency currency);

} // namespace tollkeeper
