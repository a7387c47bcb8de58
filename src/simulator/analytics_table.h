// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "simulator/analytics_query.h"

namespace tollkeeper::simulator::analytics {

struct Row {
    QDateTime time = {}; //!< start of the whole hour, day …; invalid without granularity
    QStringList ids = {}; //!< of the dimensions: rows of two keys may look the same
    QStringList labels = {};
    Cell cell = {};
};

struct Table {
    std::vector<Row> rows = {};
    bool truncated = false; //!< the limit cut rows
    bool timedOut = false; //!< too many single requests to look at; no rows
};

//! What a query asks of the keys, in the order asked for. Rows without any figure are left out.
[[nodiscard]] Table tableFor(const Query &query, const std::vector<const Key *> &keys, const QDateTime &now);

} // namespace tollkeeper::simulator::analytics
