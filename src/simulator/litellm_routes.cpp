// SPDX-License-Identifier: GPL-3.0-or-later
#include "simulator/access.h"
#include "simulator/catalogue.h"
#include "simulator/chat_routes.h"
#include "simulator/json_answer.h"
#include "simulator/litellm_parts.h"

#include <QJsonArray>

#include <array>

using namespace Qt::Literals::StringLiterals;

namespace tollkeeper::simulator {
namespace litellm {

Answer refused(int status, const QString &type, const QString &message)
{
    const QJsonObject error{{u"message"_s, message}, {u"type"_s, type}, {u"param"_s, u"None"_s},
        {u"code"_s, QString::number(status)}};
    return jsonAnswer({{u"error"_s, error}}, status);
}

Answer unreadable(const QString &parameter)
{
    const QJsonObject what{{u"loc"_s, QJsonArray{u"query"_s, parameter}}, {u"msg"_s, u"Input is not valid"_s},
        {u"type"_s, u"value_error"_s}};
    return jsonAnswer({{u"detail"_s, QJsonArray{what}}}, 422);
}

std::vector<const Key *> visibleTo(const Visit &visit, const Key &asker)
{
    auto keys = visit.world.keysOf(asker.plan.account);
    std::erase_if(keys, [&](const Key *key) {
        return key->plan.management || (!asker.plan.management && key->plan.owner != asker.plan.owner);
    });
    return keys;
}

namespace {

struct Endpoint {
    QByteArray path;
    Answer (*answer)(const Visit &visit, const Key &asker);
};

Answer modelList(const Visit &visit, const Key &asker)
{
    Q_UNUSED(visit)
    Q_UNUSED(asker)
    QJsonArray list;
    for (const auto &model : models()) {
        list.append(QJsonObject{{u"id"_s, model.name}, {u"object"_s, u"model"_s}, {u"created"_s, 1677610602},
            {u"owned_by"_s, u"openai"_s}});
    }
    return jsonAnswer({{u"data"_s, list}, {u"object"_s, u"list"_s}});
}

const std::array Endpoints{
    Endpoint{"/key/info"_ba, keyInfo},
    Endpoint{"/key/list"_ba, keyList},
    Endpoint{"/user/daily/activity"_ba, dailyActivity},
    Endpoint{"/spend/logs"_ba, spendLogs},
    Endpoint{"/v1/models"_ba, modelList},
    Endpoint{"/models"_ba, modelList},
};

bool isExpired(const Key &key, const QDateTime &now)
{
    return !key.plan.expires.isEmpty() && now >= QDateTime::fromString(key.plan.expires, Qt::ISODate);
}

Answer route(const Visit &visit)
{
    if (credentialOf(visit.asked).isEmpty())
        return refused(401, u"auth_error"_s, u"Authentication Error, No api key passed in."_s);
    const auto *asker = keyOf(visit.world, Place::LiteLlm, visit.asked);
    if (!asker)
        return refused(
            401, u"token_not_found_in_db"_s, u"Authentication Error, Invalid proxy server token passed."_s);
    if (isExpired(*asker, visit.now))
        return refused(401, u"expired_key"_s, u"Authentication Error - Expired Key."_s);
    for (const auto &endpoint : Endpoints) {
        if (visit.asked.method == "GET"_ba && visit.path == endpoint.path)
            return endpoint.answer(visit, *asker);
    }
    return jsonAnswer({{u"detail"_s, u"Not Found"_s}}, 404);
}

} // namespace
} // namespace litellm

Answer answerAsLiteLlm(const Visit &visit)
{
    auto answer = chatAnswer(visit, Place::LiteLlm);
    return answer ? std::move(*answer) : litellm::route(visit);
}

} // namespace tollkeeper::simulator
