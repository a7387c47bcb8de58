// SPDX-License-Identifier: GPL-3.0-or-later
#include "domain/time_segments.h"

#include "domain/zone_days.h"

#include <algorithm>

namespace tollkeeper {
namespace {

constexpr qint64 DayMs = 86'400'000;

qint64 utcDayOf(qint64 moment)
{
    return moment >= 0 ? moment / DayMs : -((-moment + DayMs - 1) / DayMs);
}

} // namespace

const QList<qint64> &TimeSegments::cutsOf(qint64 utcDay)
{
    const auto known = m_cuts.constFind(utcDay);
    if (known != m_cuts.constEnd())
        return *known;
    const auto start = utcDay * DayMs;
    QList<qint64> cuts{start};
    auto day = localDay(QDateTime::fromMSecsSinceEpoch(start, Qt::UTC), m_zone);
    const auto last = localDay(QDateTime::fromMSecsSinceEpoch(start + DayMs - 1, Qt::UTC), m_zone);
    while (day < last) {
        day = day.addDays(1);
        const auto midnight = startOfDay(day, m_zone).toMSecsSinceEpoch();
        if (midnight > cuts.constLast() && midnight < start + DayMs)
            cuts.append(midnight);
    }
    return *m_cuts.insert(utcDay, cuts);
}

TimeSegment TimeSegments::at(qint64 moment)
{
    const auto day = utcDayOf(moment);
    const auto &cuts = cutsOf(day);
    auto next = std::upper_bound(cuts.cbegin(), cuts.cend(), moment);
    const auto end = next == cuts.cend() ? (day + 1) * DayMs : *next;
    return {*std::prev(next), end};
}

QList<TimeSegment> TimeSegments::between(qint64 start, qint64 end)
{
    QList<TimeSegment> segments;
    for (auto moment = start; moment < end; moment = segments.constLast().end)
        segments.append(at(moment));
    return segments;
}

} // namespace tollkeeper
