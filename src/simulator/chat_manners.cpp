// SPDX-License-Identifier: GPL-3.0-or-later
#include "simulator/catalogue.h"
#include "simulator/chat_forms.h"
#include "simulator/chuizi_parts.h"
#include "simulator/json_answer.h"

#include <QJsonArray>

using namespace Qt::Literals::StringLiterals;

// What gateways add to the protocols they speak.
namespace tollkeeper::simulator {
namespace {

bool isOpenRouter(const Turn &turn)
{
    return turn.place == Place::OpenRouter;
}

QJsonObject endpointsTried(const Turn &turn, bool failed)
{
    QJsonArray available;
    for (const auto &one : turn.tries)
        available.append(QJsonObject{{u"provider"_s, one.provider}, {u"model"_s, one.model},
            {u"selected"_s, !failed && &one == &turn.tries.back()}});
    return {{u"total"_s, available.size()}, {u"available"_s, available}};
}

} // namespace

QJsonObject wholeBody(const Turn &turn)
{
    switch (turn.wish.protocol) {
    case Protocol::Chat:
        return chatBody(turn);
    case Protocol::Responses:
        return responsesBody(turn);
    case Protocol::Messages:
        return messagesBody(turn);
    case Protocol::Gemini:
        break;
    }
    return geminiBody(turn);
}

std::vector<Frame> framesOf(const Turn &turn)
{
    switch (turn.wish.protocol) {
    case Protocol::Chat:
        return chatFrames(turn);
    case Protocol::Responses:
        return responsesFrames(turn);
    case Protocol::Messages:
        return messagesFrames(turn);
    case Protocol::Gemini:
        break;
    }
    return geminiFrames(turn);
}

QString answerId(const Turn &turn)
{
    const auto letters = QString::fromLatin1(turn.letters);
    switch (turn.wish.protocol) {
    case Protocol::Responses:
        return u"resp_"_s + letters;
    case Protocol::Messages:
        return u"msg_"_s + letters;
    case Protocol::Gemini:
        return letters;
    case Protocol::Chat:
        break;
    }
    const bool hidesItsId = turn.place == Place::ToRouter || turn.place == Place::Sub2api;
    return hidesItsId ? u"chatcmpl-"_s + letters : QString::fromLatin1(turn.id);
}

void addServer(QJsonObject &body, const Turn &turn)
{
    if (isOpenRouter(turn) && turn.wish.protocol != Protocol::Responses)
        body[u"provider"_s] = turn.provider;
}

void addEnd(QJsonObject &body, const Turn &turn)
{
    if (isOpenRouter(turn) && turn.tellsTries)
        body[u"openrouter_metadata"_s] = routerMetadata(turn, false);
    if (turn.place == Place::Chuizi && turn.wish.protocol == Protocol::Chat)
        body[u"x_chuizi"_s] = QJsonObject{{u"generation_id"_s, QString::fromLatin1(turn.id)},
            {u"latency_ms"_s, turn.totalMs}, {u"cost"_s, chuizi::amountText(turn.figures.micros)}};
}

void addCost(QJsonObject &usage, const Turn &turn)
{
    if (!isOpenRouter(turn))
        return;
    const bool isChat = turn.wish.protocol == Protocol::Chat;
    usage[u"cost"_s] = dollars(turn.figures.micros);
    usage[u"is_byok"_s] = false;
    usage[u"cost_details"_s] = QJsonObject{{u"upstream_inference_cost"_s, dollars(turn.figures.micros)},
        {isChat ? u"upstream_inference_prompt_cost"_s : u"upstream_inference_input_cost"_s,
            dollars(turn.parts.input)},
        {isChat ? u"upstream_inference_completions_cost"_s : u"upstream_inference_output_cost"_s,
            dollars(turn.parts.output)}};
    if (turn.wish.protocol == Protocol::Messages)
        usage[u"service_tier"_s] = u"standard"_s;
}

QJsonObject routerMetadata(const Turn &turn, bool failed)
{
    QJsonArray attempts;
    for (const auto &one : turn.tries)
        attempts.append(QJsonObject{{u"provider"_s, one.provider}, {u"model"_s, one.model},
            {u"status"_s, one.failure ? one.failure->status : 200}});
    const bool movedOn = turn.tries.size() > 1 && turn.tries.front().model != turn.tries.back().model;
    const auto selected = failed ? u"none"_s : turn.provider;
    return {{u"requested"_s, turn.asked.name}, {u"strategy"_s, movedOn ? u"fallback"_s : turn.asked.strategy},
        {u"region"_s, u"iad"_s},
        {u"summary"_s, u"available=%1, selected=%2"_s.arg(turn.tries.size()).arg(selected)},
        {u"attempt"_s, static_cast<int>(turn.tries.size())}, {u"is_byok"_s, false},
        {u"generation_time"_s, turn.totalMs}, {u"endpoints"_s, endpointsTried(turn, failed)},
        {u"attempts"_s, attempts}};
}

} // namespace tollkeeper::simulator
