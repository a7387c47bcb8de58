// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "simulator/analytics_table.h"

namespace tollkeeper::simulator::analytics {

struct Bucket {
    QDateTime start;
    Slot end = 0;
};

//! The hour, day … a slot lies in. Slots are the finest there is: a minute holds a whole one or nothing.
[[nodiscard]] Bucket bucketOf(Granularity granularity, Slot slot);

//! Sums over keys, models …, one row per bucket and combination, in no order.
[[nodiscard]] std::vector<Row> summedRows(
    const Query &query, const std::vector<const Key *> &keys, Stretch stretch);
//! One row per request that was billed, in no order; nothing when there are too many to look at.
[[nodiscard]] std::optional<std::vector<Row>> requestRows(
    const Query &query, const std::vector<const Key *> &keys, Stretch stretch);

} // namespace tollkeeper::simulator::analytics
