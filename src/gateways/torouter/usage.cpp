// SPDX-License-Identifier: GPL-3.0-or-later
#include "gateways/torouter/usage.h"

#include "base/clock.h"
#include "gateways/amounts.h"
#include "gateways/json_body.h"

#include <QMap>

using namespace Qt::Literals::StringLiterals;

namespace tollkeeper::torouter {
namespace {

Result<Currency> currencyOf(const QJsonObject &body)
{
    auto unit = body["unit"_L1].toString();
    if (unit.isEmpty())
        unit = body["quota"_L1].toObject()["unit"_L1].toString();
    if (unit.isEmpty())
        return Currency();
    const auto currency = Currency::fromCode(unit);
    if (!currency) // points or tokens are no money
        return fail(Error::Kind::Protocol, u"\"unit\" is no currency"_s);
    return *currency;
}

Result<std::optional<Cap>> capOf(const QJsonObject &body, Currency currency)
{
    const auto quota = body["quota"_L1].toObject();
    const auto limit = optionalSpend(quota, u"limit", currency);
    const auto used = optionalSpend(quota, u"used", currency);
    if (!limit || !used)
        return fail(limit ? used.error() : limit.error());
    if (!*limit || (*limit)->isZero()) // 0 means no cap
        return std::optional<Cap>();
    return std::optional(Cap{.limit = **limit, .used = *used, .reset = {}});
}

Result<KeyFacts> keyOf(const QJsonObject &body, Currency currency)
{
    const auto cap = capOf(body, currency);
    if (!cap)
        return fail(cap.error());
    // isValid stays true for exhausted and expired keys; status says so, where it is sent.
    const auto status = body["status"_L1].toString();
    const bool isActive = status.isEmpty() ? body["isValid"_L1].toBool(true) : status == "active"_L1;
    return KeyFacts{.remoteId = OwnKey,
        .name = {}, // the plan has a name, the key has none
        .masked = {},
        .isDisabled = !isActive,
        .cap = *cap,
        .expiresAt = parseUtc(body["expires_at"_L1].toString())};
}

//! Tokens read from or written to a cache are told apart and belong to the input. What was written has
//! another name in each of the lists.
Result<std::optional<qint64>> inputTokensOf(const QJsonObject &row)
{
    const auto input = optionalTally(row, u"input_tokens");
    const auto read = optionalTally(row, u"cache_read_tokens");
    const bool isDay = row.contains("cache_write_tokens"_L1);
    const auto written = optionalTally(row, isDay ? u"cache_write_tokens" : u"cache_creation_tokens");
    for (const auto *part : {&input, &read, &written}) {
        if (!*part)
            return fail(part->error());
    }
    if (!*input)
        return std::optional<qint64>();
    return std::optional(**input + read->value_or(0) + written->value_or(0));
}

//! A row of daily_usage or model_stats.
Result<BucketFacts> bucketOf(const QJsonObject &row, QDate day, const QDateTime &now, Currency currency)
{
    const auto cost = requiredSpend(row, u"actual_cost", currency);
    const auto requests = optionalTally(row, u"requests");
    const auto input = inputTokensOf(row);
    const auto output = optionalTally(row, u"output_tokens");
    for (const auto *problem : {cost ? nullptr : &cost.error(), requests ? nullptr : &requests.error(),
             input ? nullptr : &input.error(), output ? nullptr : &output.error()}) {
        if (problem)
            return fail(*problem);
    }
    return BucketFacts{.start = day.startOfDay(Qt::UTC),
        .end = std::min(now, day.addDays(1).startOfDay(Qt::UTC)),
        .remoteKeyId = OwnKey,
        .model = row["model"_L1].toString(),
        .provider = {},
        .endpoint = {},
        .amount = {*cost, Money::fromNanos(0, currency)},
        .requests = *requests,
        .inputTokens = *input,
        .outputTokens = *output};
}

//! Rows of one field as buckets; rows of the same day and model are summed, days that have not begun left
//! out.
template<typename DayOf>
Result<QList<BucketFacts>> bucketsOf(
    const QJsonObject &body, QStringView field, const QDateTime &now, Currency currency, DayOf dayOf)
{
    if (body.value(field).isUndefined() || body.value(field).isNull())
        return QList<BucketFacts>();
    const auto rows = requiredArray(body, field);
    if (!rows)
        return fail(rows.error());
    QMap<std::pair<QDate, QString>, BucketFacts> buckets;
    for (const auto &value : *rows) {
        const auto row = value.toObject();
        const QDate day = dayOf(row);
        if (!day.isValid())
            return fail(Error::Kind::Protocol, u"\"date\" is not a day"_s);
        const auto bucket = bucketOf(row, day, now, currency);
        if (!bucket)
            return fail(bucket.error());
        if (bucket->end <= bucket->start)
            continue;
        const auto known = buckets.find({day, bucket->model});
        if (known == buckets.end())
            buckets.insert({day, bucket->model}, *bucket);
        else if (const auto added = addTo(*known, *bucket); !added)
            return fail(added.error());
    }
    return buckets.values();
}

Result<QList<BucketFacts>> dailyUsage(const QJsonObject &body, const QDateTime &now, Currency currency)
{
    auto days = bucketsOf(body, u"daily_usage", now, currency, [](const QJsonObject &row) {
        return QDate::fromString(row["date"_L1].toString().left(10), Qt::ISODate);
    });
    if (days) {
        for (auto &day : *days)
            day.endpoint = u"GET /v1/usage daily_usage"_s;
    }
    return days;
}

Result<QList<BucketFacts>> modelStats(const QJsonObject &body, const AskedDay &asked, Currency currency)
{
    auto models = bucketsOf(
        body, u"model_stats", asked.now, currency, [&asked](const QJsonObject &) { return asked.day; });
    if (models) {
        for (auto &model : *models) {
            model.endpoint = u"GET /v1/usage model_stats"_s;
            model.splitsOnly = true;
        }
    }
    return models;
}

//! For builds before daily_usage: what the key has cost in all, and today.
Result<std::optional<CounterReading>> counterOf(const QJsonObject &body, Currency currency)
{
    const auto usage = body["usage"_L1].toObject();
    const auto total = optionalSpend(usage["total"_L1].toObject(), u"actual_cost", currency);
    const auto today = optionalSpend(usage["today"_L1].toObject(), u"actual_cost", currency);
    const auto quota = optionalSpend(body["quota"_L1].toObject(), u"used", currency);
    for (const auto *problem : {total ? nullptr : &total.error(), today ? nullptr : &today.error(),
             quota ? nullptr : &quota.error()}) {
        if (problem)
            return fail(*problem);
    }
    const auto lifetime = *total ? *total : *quota;
    if (!lifetime)
        return std::optional<CounterReading>();
    const auto none = Money::fromNanos(0, currency);
    CounterReading reading{.remoteKeyId = OwnKey,
        .endpoint = u"GET /v1/usage"_s,
        .lifetime = {*lifetime, none},
        .utcDay = {},
        .utcWeek = {},
        .utcMonth = {}};
    if (*today)
        reading.utcDay = Amounts{**today, none};
    return std::optional(reading);
}

//! Either the days or the counter, never both: they tell the same money.
Outcome addSpend(PollFacts &facts, const QJsonObject &body, const QDateTime &now, Currency currency)
{
    if (body["daily_usage"_L1].isArray()) {
        const auto days = dailyUsage(body, now, currency);
        if (!days)
            return fail(days.error());
        facts.buckets.append(*days);
        return Done{};
    }
    const auto counter = counterOf(body, currency);
    if (!counter)
        return fail(counter.error());
    if (*counter)
        facts.counters.append(**counter);
    return Done{};
}

} // namespace

Result<PollFacts> parseUsage(const QJsonObject &body, const AskedDay &asked)
{
    if (!body["mode"_L1].isString() && !body["isValid"_L1].isBool())
        return fail(Error::Kind::Protocol, u"\"mode\" is missing"_s);
    if (const auto days = body["daily_usage"_L1]; !days.isUndefined() && !days.isNull() && !days.isArray())
        return fail(Error::Kind::Protocol, u"\"daily_usage\" is not a list"_s);
    const auto currency = currencyOf(body);
    if (!currency)
        return fail(currency.error());
    const auto key = keyOf(body, *currency);
    const auto balance = optionalMoney(body, u"balance", *currency);
    const auto models = modelStats(body, asked, *currency);
    const auto limits = parseLimits(body, *currency);
    for (const auto *problem : {key ? nullptr : &key.error(), balance ? nullptr : &balance.error(),
             models ? nullptr : &models.error(), limits ? nullptr : &limits.error()}) {
        if (problem)
            return fail(*problem);
    }

    PollFacts facts;
    facts.role = KeyRole::Ordinary;
    facts.keys.append(*key);
    if (*balance)
        facts.balance = BalanceFacts{**balance, u"GET /v1/usage"_s};
    if (const auto spend = addSpend(facts, body, asked.now, *currency); !spend)
        return fail(spend.error());
    facts.buckets.append(*models);
    facts.limits = *limits;
    facts.tellsLimits = true;
    return facts;
}

Result<PollFacts> parseDaySplit(const QJsonObject &body, const AskedDay &asked)
{
    const auto currency = currencyOf(body);
    if (!currency)
        return fail(currency.error());
    auto models = modelStats(body, asked, *currency);
    if (!models)
        return fail(models.error());
    PollFacts facts;
    facts.buckets = *std::move(models);
    return facts;
}

Result<PollFacts> parseDays(const QJsonObject &body, const QDateTime &now)
{
    const auto currency = currencyOf(body);
    if (!currency)
        return fail(currency.error());
    auto days = dailyUsage(body, now, *currency);
    if (!days)
        return fail(days.error());
    PollFacts facts;
    facts.buckets = *std::move(days);
    return facts;
}

} // namespace tollkeeper::torouter
