// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/money.h"

#include "base/decimal.h"

namespace tollkeeper {

std::optional<Currency> Currency::fromCode(QStringView code)
{
    if (code.size() != 3)
        return std::nullopt;
    Currency currency;
    for (std::size_t i = 0; i < 3; ++i) {
        const auto letter = code[static_cast<qsizetype>(i)].toUpper();
        if (letter < u'A' || letter > u'Z')
            return std::nullopt;
        currency.m_letters.at(i) = letter.toLatin1();
    }
    return currency;
}

QString Currency::code() const
{
    return QString::fromLatin1(m_letters.data(), m_letters.size());
}

Result<Money> Money::fromText(QStringView text, Currency currency)
{
    const auto nanos = parseDecimal(text, Scale);
    if (!nanos)
        return fail(nanos.error());
    return fromNanos(*nanos, currency);
}

QString Money::amountText() const
{
    return decimalText(m_nanos, Scale);
}

} // namespace tollkeeper
