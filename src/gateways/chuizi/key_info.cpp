// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/clock.h"
#include "gateways/amounts.h"
#include "gateways/chuizi/endpoints.h"

#include <QJsonArray>

using namespace Qt::Literals::StringLiterals;

namespace tollkeeper::chuizi {
namespace {

constexpr auto Self = "self"_L1;

//! The three documented shapes as one: the newer one lies in "data", an older one keeps the key's own fields
//! in "key", another has everything flat. The innermost field counts.
Result<QJsonObject> flattened(const QJsonObject &body)
{
    QJsonObject flat = body;
    const auto take = [&flat](const QJsonObject &from) {
        for (auto field = from.constBegin(); field != from.constEnd(); ++field)
            flat.insert(field.key(), field.value());
    };
    const auto data = body.value("data"_L1);
    if (!data.isUndefined() && !data.isNull() && !data.isObject())
        return fail(Error::Kind::Protocol, u"\"data\" is not an object"_s);
    take(data.toObject());
    const auto key = flat.value("key"_L1).toObject();
    take(key);
    if (!flat.contains("key_prefix"_L1))
        flat.insert("key_prefix"_L1, key.value("prefix"_L1));
    if (!flat.value("balance"_L1).isUndefined() || !flat.value("key_prefix"_L1).toString().isEmpty())
        return flat;
    return fail(Error::Kind::Protocol, u"\"balance\" is missing"_s);
}

//! daily_limit is money. The older rate_limit.daily is a count of requests and never read as a cap.
Result<std::optional<Cap>> capOf(const QJsonObject &info, Currency currency)
{
    const auto limit = optionalSpend(info, u"daily_limit", currency);
    if (!limit)
        return fail(limit.error());
    if (!*limit)
        return std::optional<Cap>();
    return std::optional(Cap{.limit = **limit, .used = {}, .reset = u"daily"_s});
}

Result<QList<LimitFacts>> limitsOf(const QJsonObject &info)
{
    const auto own = optionalTally(info, u"rpm_limit");
    const auto older = optionalTally(info.value("rate_limit"_L1).toObject(), u"rpm");
    if (!own || !older)
        return fail(own ? older.error() : own.error());
    const auto perMinute = *own ? *own : *older;
    if (!perMinute)
        return QList<LimitFacts>();
    LimitFacts limit;
    limit.kind = LimitFacts::Kind::RequestRate;
    limit.remoteKeyId = Self;
    limit.name = u"rpm"_s;
    limit.limitCount = *perMinute;
    return QList<LimitFacts>{limit};
}

//! The day is taken for the running UTC day (README.md). Whether it is the key's or the account's is not
//! said, so it is the account's.
Result<std::optional<BucketFacts>> todayOf(const QJsonObject &info, const QDateTime &now, Currency currency)
{
    const auto today = info.value("usage_today"_L1).toObject();
    const auto cost = optionalSpend(today, u"cost", currency);
    const auto requests = optionalTally(today, u"requests");
    if (!cost || !requests)
        return fail(cost ? requests.error() : cost.error());
    const auto midnight = now.toUTC().date().startOfDay(Qt::UTC);
    if (!*cost || midnight >= now)
        return std::optional<BucketFacts>();
    BucketFacts bucket;
    bucket.start = midnight;
    bucket.end = now;
    bucket.endpoint = u"GET /v1/key/info usage_today"_s;
    bucket.amount = {**cost, Money::fromNanos(0, currency)};
    bucket.requests = *requests;
    return std::optional(bucket);
}

//! An empty list is as good as none.
std::optional<QStringList> listIn(const QJsonObject &info, QLatin1StringView field)
{
    const auto value = info.value(field);
    if (!value.isArray())
        return std::nullopt;
    QStringList entries;
    for (const auto &entry : value.toArray())
        entries.append(entry.toString());
    return entries;
}

KeyFacts keyOf(const QJsonObject &info, const std::optional<Cap> &cap)
{
    const auto prefix = info.value("key_prefix"_L1).toString();
    KeyFacts key;
    key.remoteId = Self;
    key.name = info.value("name"_L1).toString();
    // A prefix is seven characters; more would be more of the key than may be shown.
    key.masked = prefix.isEmpty() ? QString() : prefix.left(7) + u'…';
    key.isDisabled = !info.value("is_active"_L1).toBool(true);
    key.cap = cap;
    key.createdAt = parseUtc(info.value("created_at"_L1).toString());
    key.lastUsedAt = parseUtc(info.value("last_used_at"_L1).toString());
    key.allowedModels = listIn(info, "allowed_models"_L1);
    key.allowedAddresses = listIn(info, "ip_whitelist"_L1); // older builds only
    key.remoteGroup = info.value("group"_L1).toString();
    return key;
}

} // namespace

Result<Currency> currencyOf(const QJsonObject &object)
{
    const auto code = object.value("currency"_L1).toString();
    if (code.isEmpty())
        return Currency();
    const auto currency = Currency::fromCode(code);
    if (!currency)
        return fail(Error::Kind::Protocol, u"\"currency\" is no currency"_s);
    return *currency;
}

Result<PollFacts> parseKeyInfo(const QJsonObject &body, const QDateTime &now)
{
    const auto info = flattened(body);
    if (!info)
        return fail(info.error());
    const auto currency = currencyOf(*info);
    if (!currency)
        return fail(currency.error());
    const auto balance = optionalMoney(*info, u"balance", *currency);
    const auto cap = capOf(*info, *currency);
    const auto limits = limitsOf(*info);
    const auto today = todayOf(*info, now, *currency);
    for (const auto *problem : {balance ? nullptr : &balance.error(), cap ? nullptr : &cap.error(),
             limits ? nullptr : &limits.error(), today ? nullptr : &today.error()}) {
        if (problem)
            return fail(*problem);
    }

    PollFacts facts;
    facts.role = KeyRole::Ordinary;
    facts.keys.append(keyOf(*info, *cap));
    if (*balance)
        facts.balance = BalanceFacts{.amount = **balance, .endpoint = u"GET /v1/key/info"_s, .mayDip = true};
    facts.limits = *limits;
    facts.tellsLimits = true;
    if (*today)
        facts.buckets.append(**today);
    return facts;
}

} // namespace tollkeeper::chuizi
