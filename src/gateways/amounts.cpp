// SPDX-License-Identifier: GPL-3.0-or-later
#include "gateways/amounts.h"

#include "base/decimal.h"
#include "domain/request_bounds.h"

using namespace Qt::Literals::StringLiterals;

namespace tollkeeper {
namespace {

Failure negative(QStringView field)
{
    return fail(Error::Kind::Protocol, u"\"%1\" is negative"_s.arg(field));
}

Failure tooLarge(QStringView field)
{
    return fail(Error::Kind::Protocol, u"\"%1\" is too large"_s.arg(field));
}

bool addCount(std::optional<qint64> &count, std::optional<qint64> more)
{
    if (!more)
        return true;
    qint64 total = 0;
    if (__builtin_add_overflow(count.value_or(0), *more, &total))
        return false;
    count = total;
    return true;
}

using PriceReader = Result<std::optional<UnitPrice>> (*)(QStringView, Currency);

Result<std::optional<UnitPrice>> price(
    const QJsonObject &object, QStringView field, Currency currency, PriceReader read)
{
    const auto text = optionalDecimal(object, field);
    if (!text)
        return fail(text.error());
    if (!*text)
        return std::optional<UnitPrice>();
    const auto price = read(**text, currency);
    if (!price)
        return fail(Error::Kind::Protocol, u"\"%1\": %2"_s.arg(field, price.error().detail));
    return price;
}

} // namespace

Result<std::optional<UnitPrice>> optionalPrice(
    const QJsonObject &object, QStringView field, Currency currency)
{
    return price(object, field, currency, unitPriceFromText);
}

Result<std::optional<UnitPrice>> optionalPricePerMillion(
    const QJsonObject &object, QStringView field, Currency currency)
{
    return price(object, field, currency, unitPricePerMillionFromText);
}

Result<Money> requiredSpend(const QJsonObject &object, QStringView field, Currency currency)
{
    const auto money = requiredMoney(object, field, currency);
    if (money && money->isNegative())
        return negative(field);
    return money;
}

Result<std::optional<Money>> optionalSpend(const QJsonObject &object, QStringView field, Currency currency)
{
    const auto money = optionalMoney(object, field, currency);
    if (money && *money && (*money)->isNegative())
        return negative(field);
    return money;
}

Result<std::optional<Money>> optionalCost(const QJsonObject &object, QStringView field, Currency currency)
{
    const auto cost = optionalSpend(object, field, currency);
    if (cost && *cost && !canBeCostOfOneRequest(**cost))
        return std::optional<Money>();
    return cost;
}

Result<std::optional<qint64>> optionalTally(const QJsonObject &object, QStringView field)
{
    const auto count = optionalCount(object, field);
    if (count && *count && **count < 0)
        return negative(field);
    return count;
}

Result<std::optional<qint64>> optionalMilliseconds(const QJsonObject &object, QStringView field)
{
    constexpr qint64 NanosOfOne = 1'000'000'000;
    const auto time = optionalSpend(object, field); // any decimal, read to nine places
    if (!time)
        return fail(time.error());
    if (!*time)
        return std::optional<qint64>();
    return std::optional(scaledHalfEven((*time)->nanos(), 1, NanosOfOne));
}

Result<Money> difference(Money a, Money b, QStringView field)
{
    qint64 nanos = 0;
    if (__builtin_sub_overflow(a.nanos(), b.nanos(), &nanos))
        return tooLarge(field);
    return Money::fromNanos(nanos, a.currency());
}

Result<Money> sum(Money a, Money b, QStringView field)
{
    qint64 nanos = 0;
    if (__builtin_add_overflow(a.nanos(), b.nanos(), &nanos))
        return tooLarge(field);
    return Money::fromNanos(nanos, a.currency());
}

Outcome addTo(BucketFacts &bucket, const BucketFacts &row)
{
    const auto billed = sum(bucket.amount.billed, row.amount.billed, u"usage");
    const auto byok = sum(bucket.amount.byok, row.amount.byok, u"byok usage");
    if (!billed || !byok)
        return fail(billed ? byok.error() : billed.error());
    bucket.amount = {*billed, *byok};
    const bool fits = addCount(bucket.requests, row.requests) && addCount(bucket.inputTokens, row.inputTokens)
        && addCount(bucket.outputTokens, row.outputTokens);
    if (!fits)
        return tooLarge(u"tokens");
    return Done{};
}

} // namespace tollkeeper
