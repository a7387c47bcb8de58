// SPDX-License-Identifier: GPL-3.0-or-later
#include "gateways/amounts.h"
#include "gateways/json_body.h"
#include "gateways/openrouter/endpoints.h"

#include <QMap>

using namespace Qt::Literals::StringLiterals;

namespace tollkeeper::openrouter {
namespace {

//! "2026-11-19", also with a time of day behind it.
QDate dateOf(const QJsonObject &row)
{
    const auto text = row["date"_L1].toString();
    const bool isDate = text.size() == 10 || text.mid(10, 1) == u"T" || text.mid(10, 1) == u" ";
    return isDate ? QDate::fromString(text.left(10), Qt::ISODate) : QDate();
}

Result<BucketFacts> parseRow(const QJsonObject &row, QDate day, const QString &keyHash)
{
    const auto usage = requiredSpend(row, u"usage");
    const auto byok = optionalSpend(row, u"byok_usage_inference");
    const auto requests = optionalTally(row, u"requests");
    const auto input = optionalTally(row, u"prompt_tokens");
    const auto output = optionalTally(row, u"completion_tokens");
    for (const auto *problem : {usage ? nullptr : &usage.error(), byok ? nullptr : &byok.error(),
             requests ? nullptr : &requests.error(), input ? nullptr : &input.error(),
             output ? nullptr : &output.error()}) {
        if (problem)
            return fail(*problem);
    }
    return BucketFacts{.start = day.startOfDay(Qt::UTC),
        .end = day.addDays(1).startOfDay(Qt::UTC),
        .remoteKeyId = keyHash,
        .model = row["model"_L1].toString(),
        .provider = row["provider_name"_L1].toString(),
        .endpoint = keyHash.isEmpty() ? u"GET /activity"_s : u"GET /activity?api_key_hash"_s,
        .amount = {*usage, byok->value_or(Money())},
        .requests = *requests,
        .inputTokens = *input,
        .outputTokens = *output};
}

} // namespace

Result<QList<BucketFacts>> parseActivity(const QJsonObject &body, QDate today, const QString &keyHash)
{
    const auto rows = requiredArray(body, u"data");
    if (!rows)
        return fail(rows.error());

    QMap<std::tuple<QDate, QString, QString>, BucketFacts> buckets;
    for (const auto &value : *rows) {
        const auto row = value.toObject();
        const auto day = dateOf(row);
        if (!day.isValid())
            return fail(Error::Kind::Protocol, u"\"date\" is not a day"_s);
        const auto bucket = parseRow(row, day, keyHash);
        if (!bucket)
            return fail(bucket.error());
        if (day >= today)
            continue;
        const auto place = std::tuple(day, bucket->model, bucket->provider);
        const auto known = buckets.find(place);
        if (known == buckets.end())
            buckets.insert(place, *bucket);
        else if (const auto added = addTo(*known, *bucket); !added)
            return fail(added.error());
    }
    return buckets.values();
}

} // namespace tollkeeper::openrouter
