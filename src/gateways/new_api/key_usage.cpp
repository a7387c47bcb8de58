// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/decimal.h"
#include "gateways/amounts.h"
#include "gateways/json_body.h"
#include "gateways/new_api/endpoints.h"

using namespace Qt::Literals::StringLiterals;

namespace tollkeeper::new_api {
namespace {

constexpr qint64 NanosPerDollar = 1'000'000'000;
constexpr int NanosPerCentScale = 7;
constexpr qint64 NoCapDollars = 100'000'000; // what a key without cap is said to have

Money fromQuota(qint64 quota, qint64 perDollar)
{
    return Money::fromNanos(scaledHalfEven(quota, NanosPerDollar, perDollar));
}

//! Seconds since 1970; 0 and -1 mean never.
Result<std::optional<QDateTime>> expiryOf(const QJsonObject &object, QStringView field)
{
    const auto seconds = optionalCount(object, field);
    if (!seconds)
        return fail(seconds.error());
    if (seconds->value_or(0) <= 0)
        return std::optional<QDateTime>();
    return std::optional(QDateTime::fromSecsSinceEpoch(**seconds, Qt::UTC));
}

//! Which models the key is limited to: the names in an object, which counts only while it is switched on.
std::optional<QStringList> modelsOf(const QJsonObject &data)
{
    const auto isOn = data["model_limits_enabled"_L1];
    if (!isOn.isBool())
        return std::nullopt;
    return isOn.toBool() ? data["model_limits"_L1].toObject().keys() : QStringList();
}

} // namespace

Result<PollFacts> parseTokenUsage(const QJsonObject &body, const QuotaUnit &unit)
{
    const auto data = requiredObject(body, u"data");
    if (!data)
        return fail(data.error());
    const auto granted = optionalTally(*data, u"total_granted");
    const auto used = optionalTally(*data, u"total_used");
    const auto expiresAt = expiryOf(*data, u"expires_at");
    for (const auto *problem : {granted ? nullptr : &granted.error(), used ? nullptr : &used.error(),
             expiresAt ? nullptr : &expiresAt.error()}) {
        if (problem)
            return fail(*problem);
    }
    if (!*used)
        return fail(Error::Kind::Protocol, u"\"total_used\" is missing"_s);

    KeyFacts key;
    key.remoteId = u"self"_s;
    key.name = data->value("name"_L1).toString();
    key.expiresAt = *expiresAt;
    key.allowedModels = modelsOf(*data);
    PollFacts facts;
    facts.role = KeyRole::Ordinary;
    facts.tellsSpend = unit.perDollar.has_value();
    if (unit.perDollar) {
        const auto spent = fromQuota(**used, *unit.perDollar);
        if (*granted && !data->value("unlimited_quota"_L1).toBool())
            key.cap = Cap{fromQuota(**granted, *unit.perDollar), spent, {}};
        facts.counters.append(CounterReading{.remoteKeyId = key.remoteId,
            .endpoint = u"GET /api/usage/token/"_s,
            .lifetime = {spent, Money()},
            .utcDay = {},
            .utcWeek = {},
            .utcMonth = {}});
    }
    facts.keys.append(key);
    return facts;
}

Result<KeyFacts> parseSubscription(const QJsonObject &body, const QuotaUnit &unit)
{
    const auto limit = requiredSpend(body, u"hard_limit_usd");
    const auto expiresAt = expiryOf(body, u"access_until");
    if (!limit || !expiresAt)
        return fail(limit ? expiresAt.error() : limit.error());
    KeyFacts key;
    key.remoteId = u"self"_s;
    key.expiresAt = *expiresAt;
    if (unit.isShownInDollars && *limit < Money::fromNanos(NoCapDollars * NanosPerDollar))
        key.cap = Cap{*limit, {}, {}};
    return key;
}

Result<Money> parseUsage(const QJsonObject &body)
{
    const auto text = optionalDecimal(body, u"total_usage");
    if (!text)
        return fail(text.error());
    if (!*text)
        return fail(Error::Kind::Protocol, u"\"total_usage\" is missing"_s);
    const auto nanos = parseDecimal(**text, NanosPerCentScale);
    if (!nanos)
        return fail(Error::Kind::Protocol, u"\"total_usage\": %1"_s.arg(nanos.error().detail));
    if (*nanos < 0)
        return fail(Error::Kind::Protocol, u"\"total_usage\" is negative"_s);
    return Money::fromNanos(*nanos);
}

} // namespace tollkeeper::new_api
