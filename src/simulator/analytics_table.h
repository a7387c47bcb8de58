// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "simulator/analytics_query.h"

namespace tollkeeper::simulator::analytics {

//! A combination of dimensions. Told apart by ids: rows of two keys may look the same.
struct Group {
    QStringList labels = {};
    std::vector<const SpendSeries *> series = {};
};

struct Row {
    QDateTime time = {}; //!< start of the whole hour, day …; invalid without granularity
    const Group *group = nullptr;
    Cell cell = {};
};

struct Table {
    std::vector<Group> groups = {};
    std::vector<Row> rows = {}; //!< point into groups
    bool truncated = false; //!< the limit cut rows
};

//! What a query asks of the keys, in the order asked for. Rows without any figure are left out.
[[nodiscard]] Table tableFor(const Query &query, const std::vector<const Key *> &keys, const QDateTime &now);

} // namespace tollkeeper::simulator::analytics
