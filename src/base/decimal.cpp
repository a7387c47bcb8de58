// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/decimal.h"

#include <QString>

#include <limits>

using namespace Qt::Literals::StringLiterals;

namespace tollkeeper {
namespace {

__extension__ using Wide = __int128;

constexpr Wide Largest = std::numeric_limits<qint64>::max();

//! A number as the digits it was written with: value = digits * 10^exponent.
struct Digits {
    QString digits;
    int exponent = 0;
    bool negative = false;
};

bool isDigit(QChar c)
{
    return c >= u'0' && c <= u'9';
}

std::optional<int> readExponent(QStringView text)
{
    bool ok = false;
    const int value = text.toInt(&ok);
    const bool spaced = !text.isEmpty() && text.front().isSpace();
    return ok && !spaced && value > -400 && value < 400 ? std::optional(value) : std::nullopt;
}

std::optional<Digits> split(QStringView text)
{
    Digits number;
    qsizetype at = 0;
    if (at < text.size() && (text[at] == u'-' || text[at] == u'+'))
        number.negative = text[at++] == u'-';
    bool seenPoint = false;
    for (; at < text.size(); ++at) {
        if (text[at] == u'.' && !seenPoint) {
            seenPoint = true;
        } else if (isDigit(text[at])) {
            number.digits += text[at];
            number.exponent -= seenPoint ? 1 : 0;
        } else {
            break;
        }
    }
    if (number.digits.isEmpty() || number.digits.size() > 400)
        return std::nullopt;
    if (at == text.size())
        return number;
    if (text[at] != u'e' && text[at] != u'E')
        return std::nullopt;
    const auto exponent = readExponent(text.mid(at + 1));
    if (!exponent)
        return std::nullopt;
    number.exponent += *exponent;
    return number;
}

//! Rounds half to even what the dropped digits say.
Wide rounded(Wide kept, QStringView dropped)
{
    if (dropped.isEmpty() || dropped.front() < u'5')
        return kept;
    bool exactlyHalf = dropped.front() == u'5';
    for (const auto digit : dropped.mid(1))
        exactlyHalf = exactlyHalf && digit == u'0';
    return exactlyHalf && kept % 2 == 0 ? kept : kept + 1;
}

} // namespace

Result<qint64> parseDecimal(QStringView text, int scale)
{
    const auto refused = [text](const char *why) {
        return fail(Error::Kind::Protocol,
            u"not a usable decimal number (%1): \"%2\""_s.arg(QLatin1StringView(why), text.left(40)));
    };
    auto number = split(text);
    if (!number)
        return refused("shape");

    // The whole part plus `scale` decimals stay, the rest is rounded away.
    const auto kept = number->digits.size() + number->exponent + scale;
    if (kept < 0)
        return 0;
    if (kept > number->digits.size())
        number->digits += QString(qMin<qsizetype>(kept - number->digits.size(), 64), u'0');
    Wide value = 0;
    for (const auto digit : QStringView(number->digits).left(kept)) {
        value = value * 10 + (digit.unicode() - u'0');
        if (value > Largest)
            return refused("too large");
    }
    value = rounded(value, QStringView(number->digits).mid(kept));
    if (value > Largest)
        return refused("too large");
    return static_cast<qint64>(number->negative ? -value : value);
}

QString decimalText(qint64 units, int scale)
{
    const bool negative = units < 0;
    // Negating the smallest qint64 would overflow; its magnitude fits quint64.
    const quint64 magnitude = negative ? ~static_cast<quint64>(units) + 1 : static_cast<quint64>(units);
    auto digits = QString::number(magnitude).rightJustified(scale + 1, u'0');
    if (scale > 0)
        digits.insert(digits.size() - scale, u'.');
    return negative ? u'-' + digits : digits;
}

std::optional<qint64> scaledIfItFits(qint64 amount, qint64 numerator, qint64 denominator)
{
    Q_ASSERT(denominator > 0);
    const Wide product = Wide(amount) * numerator;
    const bool negative = product < 0;
    const Wide magnitude = negative ? -product : product;
    Wide quotient = magnitude / denominator;
    const Wide twice = 2 * (magnitude % denominator);
    if (twice > denominator || (twice == denominator && quotient % 2 != 0))
        ++quotient;
    if (quotient > Largest)
        return std::nullopt;
    return static_cast<qint64>(negative ? -quotient : quotient);
}

qint64 scaledHalfEven(qint64 amount, qint64 numerator, qint64 denominator)
{
    const auto scaled = scaledIfItFits(amount, numerator, denominator);
    Q_ASSERT(scaled);
    return scaled.value_or(amount < 0 ? -static_cast<qint64>(Largest) : static_cast<qint64>(Largest));
}

} // namespace tollkeeper
