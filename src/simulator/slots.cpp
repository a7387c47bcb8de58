// SPDX-License-Identifier: GPL-3.0-or-later
#include "simulator/slots.h"

namespace tollkeeper::simulator {
namespace {

qint64 secondsSinceFirstDay(const QDateTime &moment)
{
    return QDateTime(FirstDay, QTime(0, 0), Qt::UTC).secsTo(moment.toUTC());
}

} // namespace

Slot lastSlot()
{
    return FirstDay.daysTo(EndOfTime) * SlotsPerDay;
}

Slot slotsUntil(const QDateTime &moment)
{
    const auto seconds = secondsSinceFirstDay(moment);
    return seconds < 0 ? 0 : qMin(seconds / SecondsPerSlot, lastSlot());
}

Slot slotFrom(const QDateTime &moment)
{
    // A fraction of a second past the boundary is past it, and secsTo() would drop it.
    const auto rounded = moment.addMSecs(qint64(SecondsPerSlot) * 1000 - 1);
    return slotsUntil(rounded);
}

Slot slotOf(const QDate &utcDay)
{
    return qBound<Slot>(0, FirstDay.daysTo(utcDay) * SlotsPerDay, lastSlot());
}

QDate dayOf(Slot slot)
{
    return FirstDay.addDays(slot / SlotsPerDay);
}

QDateTime startOf(Slot slot)
{
    return QDateTime(FirstDay, QTime(0, 0), Qt::UTC).addSecs(slot * SecondsPerSlot);
}

} // namespace tollkeeper::simulator
