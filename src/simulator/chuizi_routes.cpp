// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/decimal.h"
#include "simulator/access.h"
#include "simulator/catalogue.h"
#include "simulator/chat_routes.h"
#include "simulator/chuizi_parts.h"
#include "simulator/json_answer.h"

#include <QJsonArray>

#include <algorithm>

using namespace Qt::Literals::StringLiterals;

namespace tollkeeper::simulator {
namespace chuizi {

Answer refused(Dialect dialect, const Refusal &refusal)
{
    QJsonObject error{{u"message"_s, refusal.message}};
    if (dialect == Dialect::Current) {
        error[u"type"_s] = refusal.type;
        error[u"code"_s] = refusal.code;
    } else {
        error[u"type"_s] = refusal.oldType;
        error[u"code"_s] = QString::number(refusal.status);
    }
    return jsonAnswer({{u"error"_s, error}}, refusal.status);
}

QString amountText(qint64 micros)
{
    return decimalText(micros * 100, 8);
}

namespace {

//! Dollars per million tokens, with the gateway's share of five percent.
QString price(qint64 nanosPerToken)
{
    return decimalText(nanosPerToken * 105, 5);
}

//! What this key may call: the current gateway holds a key to its list, the old ones sell everything, and
//! the oldest names neither other names nor prices.
Answer modelList(const Key &key)
{
    const auto dialect = key.account().dialect;
    QJsonArray list;
    for (std::size_t index = 0; index < models().size(); ++index) {
        const bool isOwn = std::ranges::any_of(key.series,
            [&](const SpendSeries &series) { return !series.isPosted() && series.spec().model == index; });
        if (dialect == Dialect::Current && !isOwn)
            continue;
        const auto &model = models()[index];
        QJsonObject row{{u"id"_s, model.openRouterId()}, {u"object"_s, u"model"_s},
            {u"created"_s, 1767225600}, {u"owned_by"_s, model.vendor}};
        if (dialect != Dialect::OldNested) {
            row[u"aliases"_s] = QJsonArray{model.name};
            row[u"pricing"_s] = QJsonObject{{u"input"_s, price(model.promptNanos)},
                {u"output"_s, price(model.completionNanos)}, {u"unit"_s, u"token"_s}};
        }
        list.append(row);
    }
    return jsonAnswer({{u"object"_s, u"list"_s}, {u"data"_s, list}});
}

Answer route(const Visit &visit)
{
    const bool isGet = visit.asked.method == "GET"_ba;
    if (isGet && visit.path == "/health"_ba)
        return jsonAnswer({{u"status"_s, u"ok"_s}});
    const auto *key = keyOf(visit.world, Place::Chuizi, visit.asked);
    if (!key)
        return refused(Dialect::Current,
            {401, u"invalid_api_key"_s, u"authentication_error"_s, {}, u"The API key is not valid."_s});
    if (isGet && visit.path == "/v1/key/info"_ba)
        return keyInfo(visit, *key);
    if (isGet && visit.path == "/v1/generation"_ba)
        return generation(visit, *key);
    if (isGet && visit.path == "/v1/models"_ba)
        return modelList(*key);
    return refused(key->account().dialect,
        {404, u"not_found"_s, u"invalid_request_error"_s, u"not_found"_s, u"There is no such endpoint."_s});
}

} // namespace
} // namespace chuizi

Answer answerAsChuizi(const Visit &visit)
{
    if (auto answer = chatAnswer(visit, Place::Chuizi))
        return std::move(*answer);
    auto answer = chuizi::route(visit);
    const auto sent = visit.asked.header("X-Request-Id");
    if (!sent.isEmpty())
        answer.headers.emplace_back("X-Request-Id", sent);
    return answer;
}

} // namespace tollkeeper::simulator
