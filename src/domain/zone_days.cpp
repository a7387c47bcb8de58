// SPDX-License-Identifier: GPL-3.0-or-later
#include "domain/zone_days.h"

namespace tollkeeper {

QDate localDay(const QDateTime &moment, const QTimeZone &zone)
{
    static const auto utc = QTimeZone::utc();
    return zone == utc ? moment.toUTC().date()
                       : moment.toTimeZone(zone).date(); // asking the zone data base is slow
}

QDateTime startOfDay(QDate day, const QTimeZone &zone)
{
    return day.startOfDay(zone).toUTC();
}

DayRange monthOf(QDate day)
{
    const QDate first(day.year(), day.month(), 1);
    return {first, first.addDays(first.daysInMonth() - 1)};
}

DayRange monthBefore(QDate day)
{
    return monthOf(monthOf(day).first.addDays(-1));
}

} // namespace tollkeeper
