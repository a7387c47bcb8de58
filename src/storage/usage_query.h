// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/time_segments.h"
#include "domain/usage_filter.h"
#include "storage/database.h"

#include <QTimeZone>

namespace tollkeeper {

//! One stretch of the roll-up as a filter sees it.
struct MatchedStretch {
    TimeSegment segment;
    qint64 rows = 0;
    qint64 slotBits = 0; //!< half hours in which matching series have rows
};

//! A filter made ready for one database: which series match, and the stretches of the roll-up they lie in.
//! Filters of models, keys and the like are answered by series alone; only a smallest cost needs the rows.
class UsageQuery {
public:
    [[nodiscard]] static Result<UsageQuery> prepare(
        Database &database, const UsageFilter &filter, const QTimeZone &zone);

    //! Epoch milliseconds of the filter's days, end exclusive.
    [[nodiscard]] const TimeSegment &window() const { return m_window; }
    [[nodiscard]] bool matchesNothing() const { return m_matchesNothing; }
    //! " AND r.series_id IN (…) AND …" for a statement over request r; empty for every row.
    [[nodiscard]] const QString &rowCondition() const { return m_rowCondition; }
    //! " AND r.series_id IN (…)" for a statement over request_rollup r.
    [[nodiscard]] const QString &seriesCondition() const { return m_seriesCondition; }
    [[nodiscard]] bool needsRows() const { return m_filter.costFrom.has_value(); }

    //! Newest first, empty ones left out; the counts are exact.
    [[nodiscard]] Result<QList<MatchedStretch>> stretches(Database &database) const;

private:
    UsageQuery(UsageFilter filter, TimeSegment window) : m_filter(std::move(filter)), m_window(window) { }
    [[nodiscard]] Outcome matchSeries(Database &database);
    [[nodiscard]] Result<qint64> countRows(Database &database, const MatchedStretch &stretch) const;

    UsageFilter m_filter;
    TimeSegment m_window;
    bool m_matchesNothing = false;
    QString m_seriesCondition;
    QString m_rowCondition;
};

//! The ranges of request ids in a stretch that can hold matching rows, newest first, as [first, end).
[[nodiscard]] QList<std::pair<qint64, qint64>> idRanges(const TimeSegment &segment, qint64 slotBits);

} // namespace tollkeeper
