// SPDX-License-Identifier: GPL-3.0-or-later
#include "sync/import/time_fields.h"

#include <algorithm>

namespace tollkeeper {
namespace {

constexpr qint64 SecondMs = 1000;
constexpr qint64 HourMs = 3'600'000;
constexpr qint64 DayMs = 86'400'000;
constexpr qint64 Earliest = 1'420'070'400'000; // 2015-01-01: before it no gateway billed a token
constexpr qint64 Latest = 7'258'118'400'000; // 2200-01-01

//! Walks over the text of a time.
class Walk {
public:
    explicit Walk(QByteArrayView text) : m_at(text.begin()), m_to(text.end()) { }

    [[nodiscard]] bool isAtEnd() const { return m_at == m_to; }
    //! Exactly `count` digits.
    [[nodiscard]] bool digits(int count, int &value)
    {
        if (m_to - m_at < count)
            return false;
        value = 0;
        for (int i = 0; i < count; ++i, ++m_at) {
            if (*m_at < '0' || *m_at > '9')
                return false;
            value = value * 10 + (*m_at - '0');
        }
        return true;
    }
    [[nodiscard]] bool oneOf(QByteArrayView choices)
    {
        if (isAtEnd() || !choices.contains(*m_at))
            return false;
        ++m_at;
        return true;
    }
    [[nodiscard]] bool word(QByteArrayView text)
    {
        if (!QByteArrayView(m_at, m_to - m_at).startsWith(text))
            return false;
        m_at += text.size();
        return true;
    }
    //! The digits of a fraction of a second, as whole milliseconds.
    [[nodiscard]] int milliseconds()
    {
        int value = 0;
        int worth = 100;
        for (; m_at < m_to && *m_at >= '0' && *m_at <= '9'; ++m_at, worth /= 10)
            value += (*m_at - '0') * worth;
        return value;
    }

private:
    const char *m_at;
    const char *m_to;
};

//! Days from 1970-01-01 to a day of the Gregorian calendar.
qint64 daysFromCivil(int year, int month, int day)
{
    // The year begins in March, so that the day of a leap year comes last.
    const qint64 y = month <= 2 ? year - 1 : year;
    const qint64 era = y / 400;
    const qint64 yearOfEra = y - era * 400;
    const qint64 dayOfYear = (153 * (month > 2 ? month - 3 : month + 9) + 2) / 5 + day - 1;
    return era * 146'097 + yearOfEra * 365 + yearOfEra / 4 - yearOfEra / 100 + dayOfYear - 719'468;
}

bool readDate(Walk &walk, qint64 &ms)
{
    int year = 0;
    int month = 0;
    int day = 0;
    if (!walk.digits(4, year) || !walk.oneOf("-/") || !walk.digits(2, month) || !walk.oneOf("-/")
        || !walk.digits(2, day) || !QDate::isValid(year, month, day))
        return false;
    ms = daysFromCivil(year, month, day) * DayMs;
    return true;
}

bool readClock(Walk &walk, qint64 &ms)
{
    int hour = 0;
    int minute = 0;
    int second = 0;
    if (!walk.digits(2, hour) || !walk.oneOf(":") || !walk.digits(2, minute) || hour > 23 || minute > 59)
        return false;
    if (walk.oneOf(":") && (!walk.digits(2, second) || second > 60))
        return false;
    ms += hour * HourMs + minute * 60 * SecondMs + std::min(second, 59) * SecondMs;
    if (walk.oneOf(".,"))
        ms += walk.milliseconds();
    return true;
}

enum class OffsetText : std::uint8_t { None, Some, Bad };

OffsetText readOffset(Walk &walk, qint64 &ms)
{
    if (walk.isAtEnd())
        return OffsetText::None;
    (void)walk.oneOf(" ");
    if (walk.oneOf("Zz") || walk.word("UTC") || walk.word("GMT"))
        return walk.isAtEnd() ? OffsetText::Some : OffsetText::Bad;
    const bool isWest = walk.oneOf("-");
    int hours = 0;
    int minutes = 0;
    if ((!isWest && !walk.oneOf("+")) || !walk.digits(2, hours))
        return OffsetText::Bad;
    (void)walk.oneOf(":");
    if ((!walk.isAtEnd() && !walk.digits(2, minutes)) || !walk.isAtEnd() || hours > 14 || minutes > 59)
        return OffsetText::Bad;
    const auto offset = hours * HourMs + minutes * 60 * SecondMs;
    ms -= isWest ? -offset : offset;
    return OffsetText::Some;
}

//! Seconds, milliseconds or microseconds since 1970: by the number of digits no two can be confused.
std::optional<qint64> readEpoch(QByteArrayView text)
{
    const auto point = text.indexOf('.');
    const auto whole = point < 0 ? text.size() : point;
    int scale = 0;
    if (whole == 9 || whole == 10)
        scale = 3;
    else if (whole != 12 && whole != 13 && whole != 15 && whole != 16)
        return std::nullopt;
    const auto value = decimalField(text, scale);
    if (!value || !*value)
        return std::nullopt;
    return whole >= 15 ? **value / 1000 : **value;
}

FieldResult<qint64> inBounds(qint64 ms)
{
    if (ms < Earliest || ms >= Latest)
        return tl::unexpected(RowFault::BadTime);
    return ms;
}

} // namespace

TimeFields::TimeFields(const QTimeZone &zone)
    : m_zone(zone), m_isUtc(zone == QTimeZone::utc() || zone.id() == "Etc/UTC")
{
}

FieldResult<qint64> TimeFields::read(QByteArrayView trimmed)
{
    if (tellsNothing(trimmed))
        return tl::unexpected(RowFault::NoTime);
    Walk walk(trimmed);
    qint64 ms = 0;
    if (!readDate(walk, ms)) {
        const auto epoch = readEpoch(trimmed);
        return epoch ? inBounds(*epoch) : FieldResult<qint64>(tl::unexpected(RowFault::BadTime));
    }
    if (!walk.oneOf("Tt ") || !readClock(walk, ms))
        return tl::unexpected(RowFault::BadTime); // a day alone does not say when
    switch (readOffset(walk, ms)) {
    case OffsetText::Bad:
        return tl::unexpected(RowFault::BadTime);
    case OffsetText::Some:
        return inBounds(ms);
    case OffsetText::None:
        break;
    }
    const auto utc = m_isUtc ? FieldResult<qint64>(ms) : fromLocal(ms);
    return utc ? inBounds(*utc) : utc;
}

//! The zone's offsets are asked once per local hour: asking costs more than reading a whole row. An hour in
//! which the offset changes is asked anew each time.
FieldResult<qint64> TimeFields::fromLocal(qint64 localMs)
{
    const auto hour = localMs / HourMs;
    if (hour == m_hour)
        return localMs - m_offsetMs;
    const auto offsetAt = [this](qint64 utcMs) {
        return m_zone.offsetFromUtc(QDateTime::fromMSecsSinceEpoch(utcMs, Qt::UTC)) * SecondMs;
    };
    const auto before = offsetAt(localMs - DayMs);
    const auto after = offsetAt(localMs + DayMs);
    const auto first = localMs - std::max(before, after);
    const auto second = localMs - std::min(before, after);
    const bool isFirst = offsetAt(first) == localMs - first;
    if (!isFirst && offsetAt(second) != localMs - second)
        return tl::unexpected(RowFault::NoSuchTime);
    const auto utc = isFirst ? first : second;
    if (before == after) {
        m_hour = hour;
        m_offsetMs = before;
    }
    return utc;
}

} // namespace tollkeeper
