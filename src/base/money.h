// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/result.h"

#include <QString>

#include <array>
#include <compare>

namespace tollkeeper {

//! An ISO 4217 code: three capital letters.
class Currency {
public:
    constexpr Currency() = default; //!< USD, what most gateways bill in

    //! Accepts any case; anything but three letters is refused.
    [[nodiscard]] static std::optional<Currency> fromCode(QStringView code);
    [[nodiscard]] QString code() const;
    friend constexpr auto operator<=>(const Currency &, const Currency &) = default;

private:
    std::array<char, 3> m_letters{'U', 'S', 'D'};
};

//! An amount: a whole count of 10^-9 of a currency unit, with its currency (ledger rule 1). Amounts of two
//! currencies never add up, so the operators require the same currency on both sides.
class Money {
public:
    constexpr Money() = default;
    static constexpr int Scale = 9;
    [[nodiscard]] static constexpr Money fromNanos(qint64 nanos, Currency currency = {})
    {
        return Money(nanos, currency);
    }
    //! "12.34" of a currency; rounded half to even to 10^-9.
    [[nodiscard]] static Result<Money> fromText(QStringView text, Currency currency = {});

    [[nodiscard]] constexpr qint64 nanos() const { return m_nanos; }
    [[nodiscard]] constexpr Currency currency() const { return m_currency; }
    [[nodiscard]] constexpr bool isZero() const { return m_nanos == 0; }
    [[nodiscard]] constexpr bool isNegative() const { return m_nanos < 0; }
    //! "12.340000000", as the JSON of the command line has it.
    [[nodiscard]] QString amountText() const;
    //! For chart axes and bar lengths only: sums and comparisons stay integers.
    [[nodiscard]] constexpr double approximate() const { return static_cast<double>(m_nanos) / 1e9; }

    Money &operator+=(Money other)
    {
        Q_ASSERT(m_currency == other.m_currency);
        m_nanos += other.m_nanos;
        return *this;
    }
    Money &operator-=(Money other)
    {
        Q_ASSERT(m_currency == other.m_currency);
        m_nanos -= other.m_nanos;
        return *this;
    }
    friend Money operator+(Money a, Money b) { return a += b; }
    friend Money operator-(Money a, Money b) { return a -= b; }
    friend constexpr bool operator==(Money, Money) = default;
    friend std::strong_ordering operator<=>(Money a, Money b)
    {
        Q_ASSERT(a.m_currency == b.m_currency);
        return a.m_nanos <=> b.m_nanos;
    }

private:
    constexpr Money(qint64 nanos, Currency currency) : m_nanos(nanos), m_currency(currency) { }

    qint64 m_nanos = 0;
    Currency m_currency;
};

} // namespace tollkeeper
