// SPDX-License-Identifier: GPL-3.0-or-later
#include "domain/gateway_calendar.h"

namespace tollkeeper {
namespace {

constexpr int DaysOfWeek = 7;

} // namespace

std::optional<QDateTime> nextReset(const QString &reset, const QDateTime &now)
{
    const auto today = now.toUTC().date();
    if (reset == u"daily")
        return QDateTime(today.addDays(1), QTime(0, 0), Qt::UTC);
    if (reset == u"weekly")
        return QDateTime(today.addDays(DaysOfWeek + 1 - today.dayOfWeek()), QTime(0, 0), Qt::UTC);
    if (reset == u"monthly")
        return QDateTime(QDate(today.year(), today.month(), 1).addMonths(1), QTime(0, 0), Qt::UTC);
    return std::nullopt;
}

} // namespace tollkeeper
