// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QHash>
#include <QList>
#include <QTimeZone>

namespace tollkeeper {

//! A stretch of the time line that no midnight cuts, neither of UTC nor of the reporting zone: what lies in
//! it belongs to one UTC day and to one local day. In epoch milliseconds, end exclusive.
struct TimeSegment {
    qint64 start = 0;
    qint64 end = 0;
    friend bool operator==(const TimeSegment &, const TimeSegment &) = default;
};

//! Finds the segment of a moment. Remembers the days it has looked at: make one for many moments. Days of 23
//! and 25 hours are what they are.
class TimeSegments {
public:
    explicit TimeSegments(QTimeZone zone) : m_zone(std::move(zone)) { }
    [[nodiscard]] TimeSegment at(qint64 moment);
    //! All segments that overlap [start, end).
    [[nodiscard]] QList<TimeSegment> between(qint64 start, qint64 end);

private:
    [[nodiscard]] const QList<qint64> &cutsOf(qint64 utcDay);

    QTimeZone m_zone;
    QHash<qint64, QList<qint64>> m_cuts; //!< by UTC day: its midnight, and local midnights inside it
};

} // namespace tollkeeper
