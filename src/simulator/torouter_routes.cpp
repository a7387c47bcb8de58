// SPDX-License-Identifier: GPL-3.0-or-later
#include "simulator/access.h"
#include "simulator/catalogue.h"
#include "simulator/json_answer.h"
#include "simulator/torouter_parts.h"

#include <QJsonArray>
#include <QUuid>

using namespace Qt::Literals::StringLiterals;

namespace tollkeeper::simulator {
namespace torouter {

Answer failed(int status, const QString &type, const QString &message)
{
    return jsonAnswer({{u"error"_s, QJsonObject{{u"type"_s, type}, {u"message"_s, message}}}}, status);
}

namespace {

//! A refusal of the key gate: flat, with the code as text.
Answer gate(int status, const QString &code, const QString &message)
{
    return jsonAnswer({{u"code"_s, code}, {u"message"_s, message}}, status);
}

Answer publicSettings()
{
    QJsonObject data{{u"site_name"_s, u"ToRouter"_s}, {u"version"_s, u"0.1.120"_s},
        {u"api_base_url"_s, QString()}, {u"server_timezone"_s, u"UTC"_s},
        {u"server_utc_offset"_s, u"+00:00"_s}};
    for (const auto &off : {u"turnstile_enabled"_s, u"totp_enabled"_s, u"passkey_enabled"_s,
             u"backend_mode_enabled"_s, u"payment_enabled"_s, u"available_channels_enabled"_s})
        data[off] = false;
    return jsonAnswer({{u"code"_s, 0}, {u"message"_s, u"success"_s}, {u"data"_s, data}});
}

Answer modelList(const Visit &visit, const Key &key)
{
    if (quotaIsUsedUp(key, visit.now))
        return gate(429, u"API_KEY_QUOTA_EXHAUSTED"_s, u"the key has used up its quota"_s);
    QJsonArray list;
    for (const auto &series : key.series) {
        const auto &model = models()[series.spec().model];
        list.append(QJsonObject{{u"id"_s, model.name}, {u"type"_s, u"model"_s},
            {u"display_name"_s, model.title}, {u"created_at"_s, u"2026-01-01T00:00:00Z"_s}});
    }
    return jsonAnswer({{u"object"_s, u"list"_s}, {u"data"_s, list}});
}

Answer withKey(const Visit &visit)
{
    if (visit.asked.parameter(u"key"_s) || visit.asked.parameter(u"api_key"_s))
        return gate(400, u"api_key_in_query_deprecated"_s, u"send the key in a header"_s);
    if (credentialOf(visit.asked).isEmpty())
        return gate(401, u"API_KEY_REQUIRED"_s, u"a key is required"_s);
    const auto *key = keyOf(visit.world, Place::ToRouter, visit.asked);
    if (!key)
        return gate(401, u"INVALID_API_KEY"_s, u"the key is not known"_s);
    return visit.path == "/v1/usage"_ba ? usage(visit, *key) : modelList(visit, *key);
}

Answer route(const Visit &visit)
{
    const auto *key = keyOf(visit.world, Place::ToRouter, visit.asked);
    if (key && key->plan.billing == Billing::Balance && visit.now >= SupportOutage)
        return failed(503, u"api_error"_s, u"upstream unavailable"_s);
    if (visit.asked.method == "GET"_ba) {
        if (visit.path == "/health"_ba)
            return jsonAnswer({{u"status"_s, u"ok"_s}});
        if (visit.path == "/api/v1/settings/public"_ba)
            return publicSettings();
        if (visit.path == "/v1/usage"_ba || visit.path == "/v1/models"_ba)
            return withKey(visit);
    }
    return {.status = 404, .body = "404 page not found", .contentType = "text/plain"};
}

} // namespace
} // namespace torouter

Answer answerAsToRouter(const Visit &visit)
{
    auto answer = torouter::route(visit);
    const auto sent = visit.asked.header("X-Request-ID");
    const bool usable = !sent.isEmpty() && sent.size() <= 64;
    answer.headers.emplace_back(
        "X-Request-ID", usable ? sent : QUuid::createUuid().toByteArray(QUuid::WithoutBraces));
    return answer;
}

} // namespace tollkeeper::simulator
