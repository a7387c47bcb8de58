// SPDX-License-Identifier: GPL-3.0-or-later
#include "sync/import/number_fields.h"

#include "base/decimal.h"

#include <algorithm>
#include <array>

using namespace Qt::Literals::StringLiterals;

namespace tollkeeper {
namespace {

constexpr int MostDigits = 18; // fit 64 bits whatever they are

constexpr std::array<QByteArrayView, 6> Nothings{"-", "null", "none", "n/a", "na", "\xe2\x80\x94"};

bool isSpace(char c)
{
    return c == ' ' || c == '\t' || c == '\n' || c == '\r';
}

bool isDigit(char c)
{
    return c >= '0' && c <= '9';
}

//! The general case: exponents, many digits, rounding.
FieldResult<std::optional<qint64>> slowDecimal(QByteArrayView trimmed, int scale, char point)
{
    auto text = QString::fromLatin1(trimmed);
    if (point != '.') {
        if (text.contains(u'.'))
            return tl::unexpected(RowFault::BadNumber); // for thousands, or for decimals after all?
        text.replace(QLatin1Char(point), u'.');
    }
    const auto units = parseDecimal(text, scale);
    if (units)
        return std::optional(*units);
    const bool isTooLarge = units.error().detail.contains(u"too large");
    return tl::unexpected(isTooLarge ? RowFault::TooLarge : RowFault::BadNumber);
}

} // namespace

QByteArrayView trimmedField(QByteArrayView field)
{
    while (!field.isEmpty() && isSpace(field.front()))
        field = field.sliced(1);
    while (!field.isEmpty() && isSpace(field.back()))
        field.chop(1);
    return field;
}

bool tellsNothing(QByteArrayView trimmed)
{
    if (trimmed.size() > 4)
        return false;
    if (trimmed.isEmpty())
        return true;
    for (const auto &nothing : Nothings) {
        if (trimmed.compare(nothing, Qt::CaseInsensitive) == 0)
            return true;
    }
    return false;
}

FieldResult<std::optional<qint64>> decimalField(QByteArrayView trimmed, int scale, char point)
{
    const auto *at = trimmed.begin();
    const auto *const to = trimmed.end();
    const bool isNegative = at < to && *at == '-';
    if (isNegative)
        ++at;
    qint64 value = 0;
    int digits = 0;
    int decimals = -1; // no point yet
    for (; at < to; ++at) {
        if (isDigit(*at) && digits < MostDigits) {
            value = value * 10 + (*at - '0');
            ++digits;
            decimals += decimals >= 0 ? 1 : 0;
        } else if (*at == point && decimals < 0) {
            decimals = 0;
        } else {
            break;
        }
    }
    const int missing = scale - std::max(decimals, 0);
    if (at == to && digits > 0 && missing >= 0 && digits + missing <= MostDigits) {
        for (int i = 0; i < missing; ++i)
            value *= 10;
        return std::optional(isNegative ? -value : value);
    }
    if (tellsNothing(trimmed))
        return std::optional<qint64>();
    return slowDecimal(trimmed, scale, point);
}

FieldResult<std::optional<qint64>> wholeField(QByteArrayView trimmed, char point)
{
    const auto exact = decimalField(trimmed, 0, point);
    if (!exact || !*exact || !trimmed.contains(point))
        return exact;
    const auto thousandths = decimalField(trimmed, 3, point);
    if (!thousandths)
        return thousandths;
    if (**thousandths % 1000 != 0)
        return tl::unexpected(RowFault::BadNumber);
    return exact;
}

} // namespace tollkeeper
