// SPDX-License-Identifier: GPL-3.0-or-later
#include "simulator/calendar.h"

#include <utility>

using namespace Qt::Literals::StringLiterals;

namespace tollkeeper::simulator {
namespace {

QTimeZone zoneAsked(const Asked &asked)
{
    const auto name = asked.parameter(u"timezone"_s).value_or(QString()).toUtf8();
    // An empty name would give the machine's own zone.
    const auto zone = name.isEmpty() ? QTimeZone::utc() : QTimeZone(name);
    return zone.isValid() ? zone : QTimeZone::utc();
}

} // namespace

Calendar::Calendar(const Asked &asked, QDateTime now) : m_zone(zoneAsked(asked)), m_now(std::move(now)) { }

Stretch Calendar::days(const QDate &first, const QDate &last) const
{
    const auto now = slotsUntil(m_now);
    const auto from = qMin(slotFrom(first.startOfDay(m_zone)), now);
    return {from, qMax(from, qMin(slotFrom(last.addDays(1).startOfDay(m_zone)), now))};
}

std::optional<QDate> dayAsked(const Asked &asked, const QString &name, const QDate &otherwise)
{
    const auto text = asked.parameter(name);
    if (!text)
        return otherwise;
    const auto day = QDate::fromString(*text, u"yyyy-MM-dd"_s);
    return day.isValid() ? std::optional(day) : std::nullopt;
}

} // namespace tollkeeper::simulator
