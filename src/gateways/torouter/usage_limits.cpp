// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/clock.h"
#include "gateways/amounts.h"
#include "gateways/json_body.h"
#include "gateways/torouter/usage.h"

using namespace Qt::Literals::StringLiterals;

namespace tollkeeper::torouter {
namespace {

//! A limit of 0 or null is none.
bool isLimit(const std::optional<Money> &limit)
{
    return limit && !limit->isZero();
}

//! The key's own windows of 5 hours, a day and a week: US dollars, sliding.
Outcome addWindows(QList<LimitFacts> &limits, const QJsonObject &body, Currency currency)
{
    const auto told = body.value("rate_limits"_L1);
    if (told.isUndefined() || told.isNull())
        return Done{};
    const auto windows = requiredArray(body, u"rate_limits");
    if (!windows)
        return fail(windows.error());
    for (const auto &value : *windows) {
        const auto window = value.toObject();
        const auto limit = optionalSpend(window, u"limit", currency);
        const auto used = optionalSpend(window, u"used", currency);
        if (!limit || !used)
            return fail(limit ? used.error() : limit.error());
        if (!isLimit(*limit))
            continue;
        LimitFacts facts;
        facts.remoteKeyId = OwnKey;
        facts.name = window["window"_L1].toString();
        facts.limit = *limit;
        facts.used = *used;
        facts.resetsAt = parseUtc(window["reset_at"_L1].toString());
        limits.append(facts);
    }
    return Done{};
}

//! Limits of the plan, shared by every key of the login; anchored at the moment the plan began, so that no
//! calendar says when they start again.
Outcome addPlan(QList<LimitFacts> &limits, const QJsonObject &body, Currency currency)
{
    const auto plan = body["subscription"_L1].toObject();
    for (const auto &period : {u"daily"_s, u"weekly"_s, u"monthly"_s}) {
        const auto limit = optionalSpend(plan, QString(period + u"_limit_usd"_s), currency);
        const auto used = optionalSpend(plan, QString(period + u"_usage_usd"_s), currency);
        if (!limit || !used)
            return fail(limit ? used.error() : limit.error());
        if (!isLimit(*limit))
            continue;
        LimitFacts facts;
        facts.kind = LimitFacts::Kind::Subscription;
        facts.name = period;
        facts.limit = *limit;
        facts.used = *used;
        limits.append(facts);
    }
    return Done{};
}

} // namespace

Result<QList<LimitFacts>> parseLimits(const QJsonObject &body, Currency currency)
{
    QList<LimitFacts> limits;
    if (const auto added = addWindows(limits, body, currency); !added)
        return fail(added.error());
    if (const auto added = addPlan(limits, body, currency); !added)
        return fail(added.error());
    return limits;
}

} // namespace tollkeeper::torouter
