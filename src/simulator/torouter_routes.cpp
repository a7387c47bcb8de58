// SPDX-License-Identifier: GPL-3.0-or-later
#include "simulator/access.h"
#include "simulator/catalogue.h"
#include "simulator/chat_routes.h"
#include "simulator/json_answer.h"
#include "simulator/panel_envelope.h"
#include "simulator/panel_parts.h"
#include "simulator/torouter_parts.h"

#include <QJsonArray>
#include <QUuid>

#include <algorithm>

using namespace Qt::Literals::StringLiterals;

namespace tollkeeper::simulator {
namespace torouter {

Answer failed(int status, const QString &type, const QString &message)
{
    return jsonAnswer({{u"error"_s, QJsonObject{{u"type"_s, type}, {u"message"_s, message}}}}, status);
}

Answer notFound()
{
    return {.status = 404, .body = "404 page not found", .contentType = "text/plain"};
}

//! What the key asks for, or, for one that never asked, what its account's keys do.
std::vector<std::size_t> modelsFor(const World &world, const Key &key)
{
    std::vector<std::size_t> all;
    const auto add = [&all](const Key &one) {
        for (const auto &series : one.series) {
            if (!series.isPosted() && std::ranges::find(all, series.spec().model) == all.end())
                all.push_back(series.spec().model);
        }
    };
    add(key);
    if (!all.empty())
        return all;
    for (const auto *other : world.keysOf(key.plan.account))
        add(*other);
    return all;
}

QByteArray requestIdFor(const Asked &asked)
{
    const auto sent = asked.header("X-Request-ID");
    const bool usable = !sent.isEmpty() && sent.size() <= 64;
    return usable ? sent : QUuid::createUuid().toByteArray(QUuid::WithoutBraces);
}

namespace {

Answer modelList(const Visit &visit, const Key &key)
{
    if (quotaIsUsedUp(key, visit.now))
        return panel::turnedAway(429, u"API_KEY_QUOTA_EXHAUSTED"_s, u"the key has used up its quota"_s);
    if (key.expiredAt(visit.now))
        return panel::turnedAway(403, u"API_KEY_EXPIRED"_s, u"the key has expired"_s);
    QJsonArray list;
    for (const auto index : modelsFor(visit.world, key)) {
        const auto &model = models()[index];
        list.append(QJsonObject{{u"id"_s, model.name}, {u"type"_s, u"model"_s},
            {u"display_name"_s, model.title}, {u"created_at"_s, u"2026-01-01T00:00:00Z"_s}});
    }
    return jsonAnswer({{u"object"_s, u"list"_s}, {u"data"_s, list}});
}

Answer withKey(const Visit &visit, Place place)
{
    if (visit.asked.parameter(u"key"_s) || visit.asked.parameter(u"api_key"_s))
        return panel::turnedAway(400, u"api_key_in_query_deprecated"_s, u"send the key in a header"_s);
    if (credentialOf(visit.asked).isEmpty())
        return panel::turnedAway(401, u"API_KEY_REQUIRED"_s, u"a key is required"_s);
    const auto *key = keyOf(visit.world, place, visit.asked);
    if (!key)
        return panel::turnedAway(401, u"INVALID_API_KEY"_s, u"the key is not known"_s);
    if (key->disabledAt(visit.now))
        return panel::turnedAway(401, u"API_KEY_DISABLED"_s, u"the key is switched off"_s);
    return visit.path == "/v1/usage"_ba ? usage(visit, *key) : modelList(visit, *key);
}

Answer route(const Visit &visit, Place place)
{
    const auto *key = keyOf(visit.world, place, visit.asked);
    if (key && key->plan.billing == Billing::Balance && visit.now >= SupportOutage)
        return failed(503, u"api_error"_s, u"upstream unavailable"_s);
    if (visit.asked.method == "GET"_ba) {
        if (visit.path == "/health"_ba)
            return jsonAnswer({{u"status"_s, u"ok"_s}});
        if (visit.path == "/api/v1/settings/public"_ba)
            return publicSettings(place);
        if (visit.path == "/v1/usage"_ba || visit.path == "/v1/models"_ba)
            return withKey(visit, place);
    }
    if (visit.path.startsWith("/api/v1/"))
        return panel::route(visit, place);
    return notFound();
}

//! Questions to models have ids of their own.
Answer answered(const Visit &visit, Place place)
{
    if (auto answer = chatAnswer(visit, place))
        return std::move(*answer);
    auto answer = route(visit, place);
    answer.headers.emplace_back("X-Request-ID", requestIdFor(visit.asked));
    return answer;
}

} // namespace
} // namespace torouter

Answer answerAsToRouter(const Visit &visit)
{
    return torouter::answered(visit, Place::ToRouter);
}

Answer answerAsSub2api(const Visit &visit)
{
    return torouter::answered(visit, Place::Sub2api);
}

} // namespace tollkeeper::simulator
