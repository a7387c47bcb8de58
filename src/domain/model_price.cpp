// SPDX-License-Identifier: GPL-3.0-or-later
#include "domain/model_price.h"

#include "base/decimal.h"

#include <algorithm>
#include <limits>

namespace tollkeeper {
namespace {

constexpr int PriceScale = 15;
constexpr int DigitsOfAMillion = 6;
constexpr qint64 FemtosPerNano = 1'000'000;

Result<std::optional<UnitPrice>> priceAtScale(QStringView text, int scale, Currency currency)
{
    const auto femtos = parseDecimal(text, scale);
    if (!femtos)
        return fail(femtos.error());
    if (*femtos < 0)
        return std::optional<UnitPrice>(); // "-1" stands for a price that varies (openrouter.md 4.1)
    return std::optional(UnitPrice{*femtos, currency});
}

} // namespace

Result<std::optional<UnitPrice>> unitPriceFromText(QStringView text, Currency currency)
{
    return priceAtScale(text, PriceScale, currency);
}

Result<std::optional<UnitPrice>> unitPricePerMillionFromText(QStringView text, Currency currency)
{
    return priceAtScale(text, PriceScale - DigitsOfAMillion, currency);
}

QHash<QString, QString> modelsByOtherName(const QList<ModelListing> &catalogue)
{
    QHash<QString, QString> models;
    const auto isVariant = [](const QString &model) { return model.contains(u':'); };
    const auto add = [&](const QString &name, const QString &model) {
        const auto known = models.constFind(name);
        const bool isBetter = known == models.constEnd() || (isVariant(*known) && !isVariant(model));
        if (!name.isEmpty() && isBetter)
            models.insert(name, model);
    };
    for (const auto &listing : catalogue) {
        add(listing.canonicalName, listing.model);
        add(listing.displayName, listing.model);
    }
    for (const auto &listing : catalogue)
        models.remove(listing.model);
    return models;
}

std::optional<Money> costIfItFits(UnitPrice price, qint64 count)
{
    const auto nanos = scaledIfItFits(price.femtos, count, FemtosPerNano);
    return nanos ? std::optional(Money::fromNanos(*nanos, price.currency)) : std::nullopt;
}

Money costOf(UnitPrice price, qint64 count)
{
    constexpr auto Most = std::numeric_limits<qint64>::max() / 4;
    const auto cost = costIfItFits(price, count);
    return Money::fromNanos(cost ? std::min(cost->nanos(), Most) : Most, price.currency);
}

} // namespace tollkeeper
