// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/clock.h"
#include "gateways/amounts.h"
#include "gateways/json_body.h"
#include "gateways/openrouter/endpoints.h"

#include <QJsonArray>
#include <QJsonDocument>

#include <map>

using namespace Qt::Literals::StringLiterals;

namespace tollkeeper::openrouter {
namespace {

constexpr int MostRows = 10000; // the most an answer holds

QString dimensionOf(TodayBy by)
{
    return by == TodayBy::Model ? u"model"_s : u"provider"_s;
}

QDateTime startOfToday(const QDateTime &now)
{
    return now.toUTC().date().startOfDay(Qt::UTC);
}

//! A row of another day than the one that was asked for. The column is named in two ways, and is not there
//! where the gateway saw no need for it.
bool isOfAnotherDay(const QJsonObject &row, QDate today)
{
    for (const auto column : {"date__day"_L1, "created_at__day"_L1}) {
        const auto day = row.value(column).toString();
        if (!day.isEmpty())
            return QDate::fromString(day.left(10), Qt::ISODate) != today;
    }
    return false;
}

//! Parts of the cost that were not used are null.
Result<Amounts> amountsOf(const QJsonObject &row)
{
    const auto credits = optionalSpend(row, u"credits_usage");
    const auto byok = optionalSpend(row, u"byok_usage");
    if (!credits || !byok)
        return fail(credits ? byok.error() : credits.error());
    return Amounts{credits->value_or(Money()), byok->value_or(Money())};
}

//! Which key, and which model or provider of it, a row is about; empty where it does not tell.
using RowScope = std::pair<QString, QString>;

RowScope scopeOf(const QJsonObject &row, TodayBy by, const KnownNames &names)
{
    const auto part = row.value(dimensionOf(by)).toString();
    return {names.keysByName.value(row.value("api_key_id"_L1).toString()),
        by == TodayBy::Model ? names.modelsByOtherName.value(part, part) : part};
}

Result<BucketFacts> parseRow(const QJsonObject &row, const RowScope &scope, TodayBy by, const QDateTime &now)
{
    const auto amount = amountsOf(row);
    const auto requests = optionalTally(row, u"request_count");
    const auto input = optionalTally(row, u"tokens_prompt");
    const auto output = optionalTally(row, u"tokens_completion");
    for (const auto *problem : {amount ? nullptr : &amount.error(), requests ? nullptr : &requests.error(),
             input ? nullptr : &input.error(), output ? nullptr : &output.error()}) {
        if (problem)
            return fail(*problem);
    }
    BucketFacts bucket{.start = startOfToday(now),
        .end = now,
        .remoteKeyId = scope.first,
        .model = {},
        .provider = {},
        .endpoint = u"POST /analytics/query by %1"_s.arg(dimensionOf(by)),
        .amount = *amount,
        .requests = *requests,
        .inputTokens = *input,
        .outputTokens = *output,
        .splitsOnly = true};
    (by == TodayBy::Model ? bucket.model : bucket.provider) = scope.second;
    return bucket;
}

} // namespace

QByteArray analyticsQuery(TodayBy by, const QDateTime &now)
{
    const QJsonObject range{{u"start"_s, utcText(startOfToday(now))}, {u"end"_s, utcText(now)}};
    const QJsonArray metrics{
        u"credits_usage"_s, u"byok_usage"_s, u"request_count"_s, u"tokens_prompt"_s, u"tokens_completion"_s};
    const QJsonObject query{{u"metrics"_s, metrics},
        {u"dimensions"_s, QJsonArray{u"api_key_id"_s, dimensionOf(by)}}, {u"granularity"_s, u"day"_s},
        {u"time_range"_s, range}, {u"limit"_s, MostRows}};
    return QJsonDocument(query).toJson(QJsonDocument::Compact);
}

Result<QList<BucketFacts>> parseAnalytics(
    const QJsonObject &body, TodayBy by, const KnownNames &names, const QDateTime &now)
{
    const auto data = requiredObject(body, u"data");
    if (!data)
        return fail(data.error());
    const auto rows = requiredArray(*data, u"data");
    if (!rows)
        return fail(rows.error());
    if (data->value("metadata"_L1).toObject().value("truncated"_L1).toBool())
        return QList<BucketFacts>();

    std::map<RowScope, BucketFacts> buckets;
    for (const auto &value : *rows) {
        const auto row = value.toObject();
        const auto scope = scopeOf(row, by, names);
        const bool isTied = !scope.first.isEmpty() && !scope.second.isEmpty();
        if (!isTied || isOfAnotherDay(row, startOfToday(now).date()))
            continue;
        const auto bucket = parseRow(row, scope, by, now);
        if (!bucket)
            return fail(bucket.error());
        const auto [known, isNew] = buckets.try_emplace(scope, *bucket);
        if (isNew)
            continue;
        if (const auto added = addTo(known->second, *bucket); !added)
            return fail(added.error());
    }
    QList<BucketFacts> splits;
    for (const auto &[scope, bucket] : buckets) {
        // What cost nothing splits nothing; and a free variant has the canonical name of the one that costs.
        if (bucket.amount != Amounts())
            splits.append(bucket);
    }
    return splits;
}

} // namespace tollkeeper::openrouter
