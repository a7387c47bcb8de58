// SPDX-License-Identifier: GPL-3.0-or-later
#include "simulator/access.h"
#include "simulator/catalogue.h"
#include "simulator/chat_routes.h"
#include "simulator/json_answer.h"
#include "simulator/routes.h"

#include <QJsonArray>

using namespace Qt::Literals::StringLiterals;

namespace tollkeeper::simulator {
namespace newapi {
namespace {

//! What the program counts in. Operators may set how much a dollar is, and this one has: half a million is
//! the usual.
constexpr qint64 QuotaPerDollar = 1'000'000;
//! What the program says of a key without a limit.
constexpr int NoLimitDollars = 100'000'000;

Answer refused(int status, const QString &message, const QDateTime &now)
{
    const auto id = now.toString(u"yyyyMMddHHmmsszzz"_s);
    const QJsonObject error{{u"message"_s, message + u" (request id: "_s + id + u')'},
        {u"type"_s, u"new_api_error"_s}, {u"param"_s, QString()}, {u"code"_s, QString()}};
    return jsonAnswer({{u"error"_s, error}}, status);
}

Answer status()
{
    const QJsonObject data{{u"system_name"_s, u"Halden quota desk"_s}, {u"version"_s, u"v0.9.2"_s},
        {u"start_time"_s, 1772352000}, {u"quota_per_unit"_s, QuotaPerDollar},
        {u"display_in_currency"_s, true}, {u"quota_display_type"_s, u"USD"_s}, {u"usd_exchange_rate"_s, 7.3},
        {u"price"_s, 7.3}, {u"turnstile_check"_s, false}};
    return jsonAnswer({{u"success"_s, true}, {u"message"_s, QString()}, {u"data"_s, data}});
}

qint64 spentMicros(const Visit &visit, const Key &key)
{
    return key.until(slotsUntil(visit.now)).micros;
}

qint64 expiry(const Key &key)
{
    const auto moment = QDateTime::fromString(key.plan.expires, Qt::ISODate);
    return moment.isValid() ? moment.toSecsSinceEpoch() : 0;
}

Answer subscription(const Key &key)
{
    const auto limit = dollars(key.plan.limitMicros.value_or(NoLimitDollars * Dollar));
    return jsonAnswer({{u"object"_s, u"billing_subscription"_s}, {u"has_payment_method"_s, true},
        {u"soft_limit_usd"_s, limit}, {u"hard_limit_usd"_s, limit}, {u"system_hard_limit_usd"_s, limit},
        {u"access_until"_s, expiry(key)}});
}

//! In cents, and all the key ever spent: the program takes start_date and end_date and looks at neither.
Answer billedUsage(const Visit &visit, const Key &key)
{
    const auto cents = static_cast<double>(spentMicros(visit, key)) / 1e4;
    return jsonAnswer({{u"object"_s, u"list"_s}, {u"total_usage"_s, cents}});
}

Answer tokenUsage(const Visit &visit, const Key &key)
{
    const auto used = spentMicros(visit, key);
    const auto granted = key.plan.limitMicros.value_or(0); // a dollar is as much quota as micro-dollars
    const QJsonObject data{{u"object"_s, u"token_usage"_s}, {u"name"_s, key.plan.name},
        {u"total_granted"_s, key.plan.limitMicros ? granted : used}, {u"total_used"_s, used},
        {u"total_available"_s, key.plan.limitMicros ? granted - used : 0},
        {u"unlimited_quota"_s, !key.plan.limitMicros}, {u"model_limits"_s, QJsonObject()},
        {u"model_limits_enabled"_s, false}, {u"expires_at"_s, expiry(key)}};
    return jsonAnswer({{u"code"_s, true}, {u"message"_s, u"ok"_s}, {u"data"_s, data}});
}

Answer modelList()
{
    QJsonArray list;
    for (const auto &model : models()) {
        list.append(QJsonObject{{u"id"_s, model.name}, {u"object"_s, u"model"_s}, {u"created"_s, 1626777600},
            {u"owned_by"_s, u"custom"_s}, {u"supported_endpoint_types"_s, QJsonArray{u"openai"_s}}});
    }
    return jsonAnswer({{u"data"_s, list}, {u"object"_s, u"list"_s}, {u"success"_s, true}});
}

Answer route(const Visit &visit)
{
    const bool isGet = visit.asked.method == "GET"_ba;
    if (isGet && visit.path == "/api/status"_ba)
        return status();
    const auto *key = keyOf(visit.world, Place::NewApi, visit.asked);
    if (!key)
        return refused(401, u"Invalid token"_s, visit.now);
    // The billing addresses exist with and without the version.
    const auto path = visit.path.startsWith("/v1/dashboard/") ? visit.path.mid(3) : visit.path;
    if (isGet && path == "/dashboard/billing/subscription"_ba)
        return subscription(*key);
    if (isGet && path == "/dashboard/billing/usage"_ba)
        return billedUsage(visit, *key);
    if (isGet && (path == "/api/usage/token/"_ba || path == "/api/usage/token"_ba))
        return tokenUsage(visit, *key);
    if (isGet && path == "/v1/models"_ba)
        return modelList();
    return refused(404, u"Invalid URL"_s, visit.now);
}

} // namespace
} // namespace newapi

Answer answerAsNewApi(const Visit &visit)
{
    auto answer = chatAnswer(visit, Place::NewApi);
    return answer ? std::move(*answer) : newapi::route(visit);
}

} // namespace tollkeeper::simulator
