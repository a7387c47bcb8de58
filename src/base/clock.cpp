// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/clock.h"

namespace tollkeeper {

QDateTime SystemClock::now() const
{
    return QDateTime::currentDateTimeUtc();
}

StartedClock::StartedClock(const QDateTime &start)
{
    moveTo(start);
}

QDateTime StartedClock::now() const
{
    return m_start.addMSecs(m_since.elapsed());
}

void StartedClock::moveTo(const QDateTime &moment)
{
    m_start = moment.toUTC();
    m_since.start();
}

std::optional<QDateTime> parseUtc(const QString &text)
{
    auto moment = QDateTime::fromString(text, Qt::ISODateWithMs);
    if (!moment.isValid())
        return std::nullopt;
    if (moment.timeSpec() == Qt::LocalTime) // no zone was written
        moment.setTimeSpec(Qt::UTC);
    return moment.toUTC();
}

QString utcText(const QDateTime &moment)
{
    const bool whole = moment.time().msec() == 0;
    return moment.toUTC().toString(whole ? Qt::ISODate : Qt::ISODateWithMs);
}

} // namespace tollkeeper
