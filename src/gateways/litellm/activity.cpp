// SPDX-License-Identifier: GPL-3.0-or-later
#include "gateways/amounts.h"
#include "gateways/json_body.h"
#include "gateways/litellm/endpoints.h"

#include <QMap>

using namespace Qt::Literals::StringLiterals;

namespace tollkeeper::litellm {
namespace {

//! The days of one answer's row: where its buckets lie.
struct Day {
    QDateTime start;
    QDateTime end;
};

using ByKeyAndModel = QMap<std::pair<QString, QString>, BucketFacts>;

//! Older builds put the figures into the cell itself.
QJsonObject metricsOf(const QJsonObject &cell)
{
    const auto metrics = cell.value("metrics"_L1);
    return metrics.isObject() ? metrics.toObject() : cell;
}

//! Lists by name hold cells and, some day perhaps, something else: what has no figures is no cell.
bool isCell(const QJsonValue &value)
{
    const auto object = value.toObject();
    return object.value("metrics"_L1).isObject() || object.contains("spend"_L1);
}

Result<BucketFacts> bucketOf(
    const QJsonObject &cell, const Day &day, const QString &key, const QString &model)
{
    const auto metrics = metricsOf(cell);
    const auto spend = requiredSpend(metrics, u"spend");
    const auto requests = optionalTally(metrics, u"api_requests");
    const auto input = optionalTally(metrics, u"prompt_tokens");
    const auto output = optionalTally(metrics, u"completion_tokens");
    for (const auto *problem : {spend ? nullptr : &spend.error(), requests ? nullptr : &requests.error(),
             input ? nullptr : &input.error(), output ? nullptr : &output.error()}) {
        if (problem)
            return fail(*problem);
    }
    return BucketFacts{.start = day.start,
        .end = day.end,
        .remoteKeyId = key,
        .model = model,
        .provider = {},
        .endpoint = u"GET /user/daily/activity"_s,
        .amount = {*spend, Money()},
        .requests = *requests,
        .inputTokens = *input,
        .outputTokens = *output};
}

Outcome put(ByKeyAndModel &buckets, const Result<BucketFacts> &bucket)
{
    if (!bucket)
        return fail(bucket.error());
    buckets.insert({bucket->remoteKeyId, bucket->model}, *bucket);
    return Done{};
}

//! Every model with its keys; without keys, where the build does not split models by key, nothing.
Outcome addModelsByKey(ByKeyAndModel &buckets, const QJsonObject &models, const Day &day)
{
    for (auto model = models.constBegin(); model != models.constEnd(); ++model) {
        const auto keys = model.value().toObject().value("api_key_breakdown"_L1).toObject();
        for (auto key = keys.constBegin(); key != keys.constEnd(); ++key) {
            if (!isCell(key.value()))
                continue;
            const auto bucket = bucketOf(key.value().toObject(), day, key.key(), model.key());
            if (const auto added = put(buckets, bucket); !added)
                return added;
        }
    }
    return Done{};
}

//! What a key's models have cost, and how many they are.
Result<std::pair<Money, qint64>> modelsOf(const ByKeyAndModel &buckets, const QString &key)
{
    std::pair<Money, qint64> told;
    for (auto bucket = buckets.lowerBound({key, QString()});
         bucket != buckets.constEnd() && bucket.key().first == key; ++bucket) {
        const auto more = sum(told.first, bucket->amount.billed, u"spend");
        if (!more)
            return fail(more.error());
        told = {*more, told.second + 1};
    }
    return told;
}

//! What a key has spent beyond its models, as a bucket without model.
Outcome addRestsOfKeys(ByKeyAndModel &buckets, const QJsonObject &keys, const Day &day)
{
    for (auto key = keys.constBegin(); key != keys.constEnd(); ++key) {
        if (!isCell(key.value()))
            continue;
        auto whole = bucketOf(key.value().toObject(), day, key.key(), {});
        const auto told = modelsOf(buckets, key.key());
        if (!whole || !told)
            return fail(whole ? told.error() : whole.error());
        if (const auto models = told->second; models > 0) {
            const auto rest = whole->amount.billed - told->first;
            if (rest.nanos() <= models) // the figures are binary fractions: each may be off by a billionth
                continue;
            whole->amount.billed = rest;
            whole->requests = whole->inputTokens = whole->outputTokens = std::nullopt;
        }
        buckets.insert({key.key(), QString()}, *whole);
    }
    return Done{};
}

//! For builds that know no keys: models of the whole account, or only its total.
Outcome addAccount(ByKeyAndModel &buckets, const QJsonObject &row, const QJsonObject &models, const Day &day)
{
    for (auto model = models.constBegin(); model != models.constEnd(); ++model) {
        if (!isCell(model.value()))
            continue;
        if (const auto added = put(buckets, bucketOf(model.value().toObject(), day, {}, model.key())); !added)
            return added;
    }
    if (buckets.isEmpty())
        return put(buckets, bucketOf(row.value("metrics"_L1).toObject(), day, {}, {}));
    return Done{};
}

Result<QList<BucketFacts>> bucketsOf(const QJsonObject &row, const Day &day)
{
    const auto breakdown = row.value("breakdown"_L1).toObject();
    const auto models = breakdown.value("models"_L1).toObject();
    ByKeyAndModel buckets;
    if (const auto added = addModelsByKey(buckets, models, day); !added)
        return fail(added.error());
    if (const auto added = addRestsOfKeys(buckets, breakdown.value("api_keys"_L1).toObject(), day); !added)
        return fail(added.error());
    if (buckets.isEmpty()) {
        if (const auto added = addAccount(buckets, row, models, day); !added)
            return fail(added.error());
    }
    return buckets.values();
}

} // namespace

Result<Activity> parseActivity(const QJsonObject &body, int page, const QDateTime &now)
{
    const auto rows = requiredArray(body, u"results");
    if (!rows)
        return fail(rows.error());
    const auto metadata = body["metadata"_L1].toObject();
    const auto pages = optionalTally(metadata, u"total_pages");
    if (!pages)
        return fail(pages.error());
    Activity activity;
    for (const auto &value : *rows) {
        const auto row = value.toObject();
        const auto date = QDate::fromString(row["date"_L1].toString().left(10), Qt::ISODate);
        if (!date.isValid())
            return fail(Error::Kind::Protocol, u"\"date\" is not a day"_s);
        const Day day{date.startOfDay(Qt::UTC), std::min(now, date.addDays(1).startOfDay(Qt::UTC))};
        const auto buckets = bucketsOf(row, day);
        if (!buckets)
            return fail(buckets.error());
        if (day.start < day.end)
            activity.buckets.append(*buckets);
    }
    const bool hasMore = metadata["has_more"_L1].toBool() || page < pages->value_or(1);
    activity.isLast = rows->isEmpty() || !hasMore;
    return activity;
}

} // namespace tollkeeper::litellm
