// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/clock.h"
#include "gateways/amounts.h"
#include "gateways/json_body.h"
#include "gateways/openrouter/endpoints.h"

#include <algorithm>

using namespace Qt::Literals::StringLiterals;

namespace tollkeeper::openrouter {
namespace {

//! `free_model_daily_requests`: of the account, whichever key asks; starts again at 00:00 UTC.
Result<std::optional<LimitFacts>> freeRequests(const QJsonObject &key, const QDateTime &now)
{
    const auto quota = key["free_model_daily_requests"_L1].toObject();
    const auto limit = optionalTally(quota, u"limit");
    const auto used = optionalTally(quota, u"used");
    if (!limit || !used)
        return fail(limit ? used.error() : limit.error());
    if (!*limit)
        return std::optional<LimitFacts>();
    LimitFacts facts;
    facts.kind = LimitFacts::Kind::FreeRequests;
    facts.name = u"free models"_s;
    facts.limitCount = *limit;
    facts.usedCount = *used;
    facts.reset = u"daily"_s;
    facts.resetsAt = now.toUTC().date().addDays(1).startOfDay(Qt::UTC);
    return std::optional(facts);
}

Result<std::optional<Money>> usedOf(const QJsonObject &layer, const std::optional<Money> &limit)
{
    const auto spent = optionalSpend(layer, u"spend_usd");
    const auto remaining = optionalMoney(layer, u"remaining_usd");
    if (!spent || !remaining)
        return fail(spent ? remaining.error() : spent.error());
    if (*spent || !limit || !*remaining)
        return *spent;
    const auto used = difference(*limit, **remaining, u"remaining_usd");
    if (!used)
        return fail(used.error());
    return std::optional(*used);
}

//! One KeyBudget object; none where it does not tell a limit.
Result<std::optional<LimitFacts>> budgetLayer(const QJsonObject &layer, const QString &remoteKeyId)
{
    const auto limit = optionalSpend(layer, u"limit_usd");
    if (!limit)
        return fail(limit.error());
    const auto used = usedOf(layer, *limit);
    if (!used)
        return fail(used.error());
    if (!*limit)
        return std::optional<LimitFacts>();
    LimitFacts facts;
    facts.kind = LimitFacts::Kind::BudgetLayer;
    facts.remoteKeyId = remoteKeyId;
    facts.limit = *limit;
    facts.used = *used;
    facts.reset = layer["reset_interval"_L1].toString();
    facts.resetsAt = parseUtc(layer["resets_at"_L1].toString());
    // One scope can have a budget for each interval.
    const auto scope = layer["scope"_L1].toString();
    facts.name = scope.isEmpty() ? u"budget"_s : scope;
    if (!facts.reset.isEmpty())
        facts.name += u' ' + facts.reset;
    return std::optional(facts);
}

QList<QJsonObject> layersIn(const QJsonObject &key)
{
    QList<QJsonObject> layers;
    for (const auto &field : key) {
        for (const auto &item : field.toArray()) {
            if (item.toObject().contains("scope"_L1))
                layers.append(item.toObject());
        }
    }
    if (const auto tightest = key["effective_budget"_L1].toObject(); !tightest.isEmpty())
        layers.append(tightest);
    return layers;
}

} // namespace

Result<QList<LimitFacts>> parseLimits(
    const QJsonObject &key, const QString &remoteKeyId, const QDateTime &now)
{
    QList<LimitFacts> limits;
    const auto quota = freeRequests(key, now);
    if (!quota)
        return fail(quota.error());
    if (*quota)
        limits.append(**quota);
    for (const auto &layer : layersIn(key)) {
        const auto facts = budgetLayer(layer, remoteKeyId);
        if (!facts)
            return fail(facts.error());
        const bool isNew
            = *facts && std::ranges::find(limits, (*facts)->name, &LimitFacts::name) == limits.end();
        if (isNew)
            limits.append(**facts);
    }
    return limits;
}

} // namespace tollkeeper::openrouter
