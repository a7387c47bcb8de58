// SPDX-License-Identifier: GPL-3.0-or-later
#include "domain/exchange.h"

#include "base/decimal.h"

#include <algorithm>
#include <tuple>

using namespace Qt::Literals::StringLiterals;

namespace tollkeeper {
namespace {

constexpr qint64 One = 1'000'000'000;

auto place(const ExchangeRate &rate)
{
    return std::tuple(rate.base, rate.quote, rate.from);
}

} // namespace

ExchangeRates::ExchangeRates(QList<ExchangeRate> rates) : m_rates(std::move(rates))
{
    std::sort(m_rates.begin(), m_rates.end(),
        [](const ExchangeRate &a, const ExchangeRate &b) { return place(a) < place(b); });
}

const ExchangeRate *ExchangeRates::latest(Currency base, Currency quote, QDate day) const
{
    const auto next = std::upper_bound(m_rates.cbegin(), m_rates.cend(), std::tuple(base, quote, day),
        [](const auto &wanted, const ExchangeRate &rate) { return wanted < place(rate); });
    if (next == m_rates.cbegin())
        return nullptr;
    const auto &rate = *std::prev(next);
    return rate.base == base && rate.quote == quote ? &rate : nullptr;
}

Result<Conversion> ExchangeRates::convert(Money amount, Currency to, QDate day) const
{
    const auto from = amount.currency();
    if (from == to)
        return Conversion{amount, std::nullopt, false};
    const auto *direct = latest(from, to, day);
    const auto *opposite = latest(to, from, day);
    const bool isInverse = opposite != nullptr && (direct == nullptr || opposite->from > direct->from);
    const auto *rate = isInverse ? opposite : direct;
    if (rate == nullptr)
        return fail(Error::Kind::NotFound,
            u"rate from %1 to %2 on %3"_s.arg(from.code(), to.code(), day.toString(Qt::ISODate)));
    const auto nanos = isInverse ? scaledIfItFits(amount.nanos(), One, rate->nanos)
                                 : scaledIfItFits(amount.nanos(), rate->nanos, One);
    if (!nanos)
        return fail(Error::Kind::InvalidInput, u"the amount in %1 is too large"_s.arg(to.code()));
    return Conversion{Money::fromNanos(*nanos, to), *rate, isInverse};
}

Result<qint64> rateFromText(QStringView text)
{
    const auto nanos = parseDecimal(text, Money::Scale);
    if (!nanos || *nanos <= 0)
        return fail(Error::Kind::InvalidInput, u"“%1” is no rate such as 0.92"_s.arg(text.left(40)));
    return *nanos;
}

} // namespace tollkeeper
