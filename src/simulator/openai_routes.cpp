// SPDX-License-Identifier: GPL-3.0-or-later
#include "simulator/access.h"
#include "simulator/catalogue.h"
#include "simulator/chat_routes.h"
#include "simulator/json_answer.h"
#include "simulator/routes.h"

#include <QJsonArray>

using namespace Qt::Literals::StringLiterals;

namespace tollkeeper::simulator {
namespace {

Answer refused(int status, const QString &code, const QString &message)
{
    const QJsonObject error{{u"message"_s, message}, {u"type"_s, u"invalid_request_error"_s},
        {u"param"_s, QJsonValue::Null}, {u"code"_s, code}};
    return jsonAnswer({{u"error"_s, error}}, status);
}

} // namespace

Answer answerAsOpenAi(const Visit &visit)
{
    if (auto answer = chatAnswer(visit, Place::OpenAi))
        return std::move(*answer);
    if (!keyOf(visit.world, Place::OpenAi, visit.asked))
        return refused(401, u"invalid_api_key"_s, u"This key is not known here."_s);
    if (visit.asked.method != "GET" || visit.path != "/models")
        return refused(404, u"unknown_url"_s, u"There is nothing at this address."_s);
    QJsonArray list;
    for (const auto &model : models()) {
        if (model.free)
            continue;
        list.append(QJsonObject{{u"id"_s, model.name}, {u"object"_s, u"model"_s}, {u"created"_s, 1767225600},
            {u"owned_by"_s, model.vendor}});
    }
    return jsonAnswer({{u"object"_s, u"list"_s}, {u"data"_s, list}});
}

} // namespace tollkeeper::simulator
