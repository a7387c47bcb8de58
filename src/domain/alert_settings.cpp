// SPDX-License-Identifier: GPL-3.0-or-later
#include "domain/alert_settings.h"

#include <algorithm>

namespace tollkeeper {
namespace {

//! A wall time of a day; where the zone skips it, the first moment after the gap.
QDateTime momentOf(QDate day, QTime time, const QTimeZone &zone)
{
    QDateTime moment(day, time, zone);
    if (!moment.isValid())
        moment = QDateTime(day, time.addSecs(3600), zone);
    return moment.toUTC();
}

//! The end of the quiet hours that `now` lies in; `now` where it lies in none.
QDateTime quietEnd(const AlertSettings &settings, const QDateTime &now, const QTimeZone &zone)
{
    const auto today = now.toTimeZone(zone).date();
    for (const auto day : {today.addDays(-1), today}) {
        const bool overMidnight = settings.quietUntil <= settings.quietFrom;
        const auto from = momentOf(day, settings.quietFrom, zone);
        const auto until = momentOf(overMidnight ? day.addDays(1) : day, settings.quietUntil, zone);
        if (from <= now && now < until)
            return until;
    }
    return now;
}

} // namespace

QDateTime noticeMayGoAt(
    const AlertSettings &settings, bool isCritical, const QDateTime &now, const QTimeZone &zone)
{
    auto at = std::max(now, settings.pausedUntil.value_or(now));
    if (settings.hasQuietHours && !isCritical)
        at = quietEnd(settings, at, zone);
    return at;
}

} // namespace tollkeeper
