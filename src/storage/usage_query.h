// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/time_segments.h"
#include "domain/usage_filter.h"
#include "storage/playground_mark_repository.h"

#include <QHash>
#include <QTimeZone>

namespace tollkeeper {

//! One stretch of the roll-up as a filter sees it.
struct MatchedStretch {
    TimeSegment segment;
    qint64 rows = 0;
    qint64 slotBits = 0; //!< half hours in which matching series have rows
};

//! What a filter finds of one series.
struct MatchedSeries {
    qint64 requests = 0;
    qint64 unpriced = 0;
    qint64 billedNanos = 0;
    qint64 byokNanos = 0;
    qint64 inputTokens = 0;
    qint64 outputTokens = 0;
};

//! Everything a filter finds, by time and by series.
struct UsageMatches {
    QList<MatchedStretch> stretches; //!< newest first, empty ones left out; the counts are exact
    QHash<qint64, MatchedSeries> series;
};

//! A filter made ready for one database: which series match, and what the roll-up says of them. Filters of
//! models, keys and the like are answered by series alone; only a smallest cost, an id and the Playground's
//! own requests need the rows. Leaving those out does not: they are taken out of what the roll-up says.
class UsageQuery {
public:
    [[nodiscard]] static Result<UsageQuery> prepare(
        Database &database, const UsageFilter &filter, const QTimeZone &zone);

    //! Epoch milliseconds of the filter's days, end exclusive.
    [[nodiscard]] const TimeSegment &window() const { return m_window; }
    [[nodiscard]] bool matchesNothing() const { return m_matchesNothing; }
    //! " AND r.series_id IN (…) AND …" for a statement over request r; empty for every row.
    [[nodiscard]] const QString &rowCondition() const { return m_rowCondition; }

    [[nodiscard]] Result<UsageMatches> matches(Database &database) const;

private:
    UsageQuery(UsageFilter filter, TimeSegment window) : m_filter(std::move(filter)), m_window(window) { }
    [[nodiscard]] Outcome matchSeries(Database &database);
    [[nodiscard]] Outcome matchPlayground(Database &database);
    [[nodiscard]] Result<UsageMatches> rolledUp(Database &database) const;
    [[nodiscard]] Outcome countRows(Database &database, UsageMatches &matches) const;
    void leaveOutPlayground(UsageMatches &matches) const;

    UsageFilter m_filter;
    TimeSegment m_window;
    bool m_matchesNothing = false;
    QString m_seriesCondition;
    QString m_rowCondition;
    bool m_needsRows = false;
    QList<PlaygroundMarkRepository::Row>
        m_playground; //!< where the filter tells them apart; of matching series
};

//! A text as a literal of SQL.
[[nodiscard]] QString quotedText(QString text);

//! The ranges of request ids in a stretch that can hold matching rows, newest first, as [first, end).
[[nodiscard]] QList<std::pair<qint64, qint64>> idRanges(const TimeSegment &segment, qint64 slotBits);

} // namespace tollkeeper
