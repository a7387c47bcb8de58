// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/clock.h"
#include "gateways/amounts.h"
#include "gateways/json_body.h"
#include "gateways/openrouter/endpoints.h"

using namespace Qt::Literals::StringLiterals;

namespace tollkeeper::openrouter {
namespace {

//! Usage of one calendar period; none when the answer leaves it out.
Result<std::optional<Amounts>> period(const QJsonObject &key, const QString &suffix)
{
    const auto billed = optionalSpend(key, u"usage"_s + suffix);
    const auto byok = optionalSpend(key, u"byok_usage"_s + suffix);
    if (!billed || !byok)
        return fail(billed ? byok.error() : billed.error());
    if (!*billed)
        return std::optional<Amounts>();
    return std::optional(Amounts{**billed, byok->value_or(Money())});
}

Result<std::optional<Cap>> capOf(const QJsonObject &key)
{
    const auto limit = optionalSpend(key, u"limit");
    const auto remaining = optionalMoney(key, u"limit_remaining");
    if (!limit || !remaining)
        return fail(limit ? remaining.error() : limit.error());
    if (!*limit)
        return std::optional<Cap>();
    Cap cap{.limit = **limit, .used = {}, .reset = key["limit_reset"_L1].toString()};
    if (*remaining) {
        const auto used = difference(**limit, **remaining, u"limit_remaining");
        if (!used)
            return fail(used.error());
        if (!used->isNegative())
            cap.used = *used;
    }
    return std::optional(cap);
}

//! The label is the key with its middle left out. Should it ever come whole, it is shortened here.
QString maskedLabel(const QString &label)
{
    const bool isShortened = label.contains(u"..."_s) || label.contains(u'…') || label.contains(u'*');
    return isShortened || label.size() < 24 ? label : label.left(9) + u'…' + label.right(4);
}

} // namespace

Result<KeyAnswer> parseKey(const QJsonObject &key, const QString &endpoint)
{
    const auto usage = requiredSpend(key, u"usage");
    const auto byok = optionalSpend(key, u"byok_usage");
    const auto cap = capOf(key);
    const auto day = period(key, u"_daily"_s);
    const auto week = period(key, u"_weekly"_s);
    const auto month = period(key, u"_monthly"_s);
    for (const auto *problem :
        {usage ? nullptr : &usage.error(), byok ? nullptr : &byok.error(), cap ? nullptr : &cap.error(),
            day ? nullptr : &day.error(), week ? nullptr : &week.error(), month ? nullptr : &month.error()}) {
        if (problem)
            return fail(*problem);
    }

    const auto label = maskedLabel(key["label"_L1].toString());
    const auto name = key["name"_L1].toString();
    KeyAnswer answer;
    answer.key = KeyFacts{.remoteId = key["hash"_L1].toString(),
        .name = name.isEmpty() ? label : name,
        .masked = label,
        .isDisabled = key["disabled"_L1].toBool(),
        .cap = *cap,
        .expiresAt = parseUtc(key["expires_at"_L1].toString()),
        .createdAt = parseUtc(key["created_at"_L1].toString()),
        .remoteGroup = key["workspace_id"_L1].toString()};
    if (const auto counts = key["include_byok_in_limit"_L1]; counts.isBool())
        answer.key.countsByok = counts.toBool();
    answer.counters = CounterReading{.remoteKeyId = answer.key.remoteId,
        .endpoint = endpoint,
        .lifetime = {*usage, byok->value_or(Money())},
        .utcDay = *day,
        .utcWeek = *week,
        .utcMonth = *month};
    return answer;
}

Result<PollFacts> parseOwnKey(const QJsonObject &body, const QDateTime &now)
{
    const auto data = requiredObject(body, u"data");
    if (!data)
        return fail(data.error());
    auto answer = parseKey(*data, u"GET /key"_s);
    if (!answer)
        return fail(answer.error());

    // "is_provisioning_key" is the older name of the same fact.
    const bool manages
        = data->value("is_management_key"_L1).toBool() || data->value("is_provisioning_key"_L1).toBool();
    auto limits = parseLimits(*data, manages ? QString() : u"self"_s, now);
    if (!limits)
        return fail(limits.error());
    PollFacts facts;
    facts.role = manages ? KeyRole::Management : KeyRole::Ordinary;
    facts.limits = *std::move(limits);
    facts.tellsLimits = true;
    if (manages) // it cannot spend; the keys it manages are listed by GET /keys
        return facts;
    answer->key.remoteId = u"self"_s;
    answer->key.name = data->value("name"_L1).toString(); // a label is no name
    answer->counters.remoteKeyId = u"self"_s;
    facts.keys.append(answer->key);
    facts.counters.append(answer->counters);
    return facts;
}

} // namespace tollkeeper::openrouter
