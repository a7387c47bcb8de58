// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/json_amount.h"
#include "domain/model_price.h"
#include "domain/poll_facts.h"

namespace tollkeeper {

//! Spend as a gateway tells it: like requiredMoney() and optionalMoney(), and never below zero.
[[nodiscard]] Result<Money> requiredSpend(
    const QJsonObject &object, QStringView field, Currency currency = {});
[[nodiscard]] Result<std::optional<Money>> optionalSpend(
    const QJsonObject &object, QStringView field, Currency currency = {});

//! What one request cost: like optionalSpend(), and nullopt also where it is more than one can cost.
[[nodiscard]] Result<std::optional<Money>> optionalCost(
    const QJsonObject &object, QStringView field, Currency currency = {});

//! A count that is never below zero.
[[nodiscard]] Result<std::optional<qint64>> optionalTally(const QJsonObject &object, QStringView field);

//! A list price per unit, or per million units, sent as number or decimal text. nullopt: absent, null, or
//! negative, which stands for a price that varies.
[[nodiscard]] Result<std::optional<UnitPrice>> optionalPrice(
    const QJsonObject &object, QStringView field, Currency currency = {});
[[nodiscard]] Result<std::optional<UnitPrice>> optionalPricePerMillion(
    const QJsonObject &object, QStringView field, Currency currency = {});

//! A duration in milliseconds, which may come with a fraction: rounded half to even, never below zero.
[[nodiscard]] Result<std::optional<qint64>> optionalMilliseconds(
    const QJsonObject &object, QStringView field);

//! a - b and a + b, refused with Protocol naming the field where 64 bits do not hold them.
//! REQUIRES: one currency.
[[nodiscard]] Result<Money> difference(Money a, Money b, QStringView field);
[[nodiscard]] Result<Money> sum(Money a, Money b, QStringView field);

//! Adds what another row says of the same bucket. REQUIRES: one currency.
[[nodiscard]] Outcome addTo(BucketFacts &bucket, const BucketFacts &row);

} // namespace tollkeeper
