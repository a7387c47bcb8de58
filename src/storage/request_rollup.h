// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/time_segments.h"
#include "storage/bulk_statement.h"

#include <QHash>

namespace tollkeeper {

//! What one row adds to the roll-up.
struct RowFigures {
    qint64 startedAt = 0; //!< UTC epoch milliseconds
    qint64 series = 0;
    std::optional<qint64> billedNanos; //!< nullopt: the cost is unknown
    std::optional<qint64> byokNanos;
    std::optional<qint64> inputTokens;
    std::optional<qint64> outputTokens;
};

//! Gathers what a batch of rows changes in request_rollup and writes it in one go. "highest" and "slots" only
//! ever grow: they say where to look, not what is there.
class RequestRollup {
public:
    explicit RequestRollup(const QTimeZone &zone) : m_segments(zone) { }

    void add(const RowFigures &row) { count(row, 1); }
    void remove(const RowFigures &row) { count(row, -1); }
    [[nodiscard]] Outcome write(Database &database) const;
    //! The segments that changed, in order of time.
    [[nodiscard]] QList<TimeSegment> touched() const;

    static constexpr qint64 SlotMs = 30 * 60 * 1000;

private:
    struct Cell {
        TimeSegment segment;
        qint64 requests = 0;
        qint64 unpriced = 0;
        qint64 billed = 0;
        qint64 byok = 0;
        qint64 input = 0;
        qint64 output = 0;
        qint64 highest = 0;
        qint64 slotBits = 0;
    };
    void count(const RowFigures &row, int sign);

    TimeSegments m_segments;
    QHash<std::pair<qint64, qint64>, Cell> m_cells; //!< by segment start and series
};

} // namespace tollkeeper
