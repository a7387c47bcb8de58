// SPDX-License-Identifier: GPL-3.0-or-later
#include "simulator/catalogue.h"
#include "simulator/chat_forms.h"
#include "simulator/chat_refusals.h"

#include <QJsonArray>

using namespace Qt::Literals::StringLiterals;

// How a stream that has begun tells that it failed.
namespace tollkeeper::simulator {
namespace {

using Role = Frame::Role;

//! A chunk like the others, with the error beside the words.
Frame openRouterChunk(const Turn &turn, const QJsonObject &error)
{
    const QJsonObject choice{{u"index"_s, 0}, {u"delta"_s, QJsonObject{{u"content"_s, QString()}}},
        {u"finish_reason"_s, u"error"_s}};
    return frame({{u"id"_s, answerId(turn)}, {u"object"_s, u"chat.completion.chunk"_s},
                     {u"created"_s, turn.momentMs / 1000}, {u"model"_s, turn.served.name},
                     {u"provider"_s, turn.provider}, {u"error"_s, error}, {u"choices"_s, QJsonArray{choice}}},
        Role::Closing);
}

Frame failedResponse(const Turn &turn, const Refused &refused)
{
    const auto status = refused.failure->status;
    const auto message
        = refused.message.isEmpty() ? QString::fromUtf8(refused.failure->message) : refused.message;
    QJsonObject response{{u"id"_s, answerId(turn)}, {u"object"_s, u"response"_s},
        {u"created_at"_s, turn.momentMs / 1000}, {u"status"_s, u"failed"_s}, {u"model"_s, turn.served.name},
        {u"output"_s, QJsonArray()},
        {u"error"_s,
            QJsonObject{{u"code"_s, status == 429 ? u"rate_limit_exceeded"_s : u"server_error"_s},
                {u"message"_s, message}}}};
    QJsonObject data{{u"type"_s, u"response.failed"_s}, {u"response"_s, response}};
    if (turn.place == Place::OpenRouter && *refused.failure->type != '\0')
        data[u"error_type"_s] = QString::fromLatin1(refused.failure->type);
    return frame(data, Role::Closing, "response.failed");
}

} // namespace

std::vector<Frame> failureFrames(const Turn &turn, const Failure &failure, bool codeAsText)
{
    const bool ofOpenAi = models()[turn.served.index].vendor == u"openai"_s;
    const bool isSub2api = turn.place == Place::ToRouter || turn.place == Place::Sub2api;
    const Refused refused{.place = turn.place,
        .dialect = turn.dialect,
        .protocol = turn.wish.protocol,
        .failure = &failure,
        .model = turn.asked.name,
        .generationId = turn.id,
        .ofOpenAiGroup = ofOpenAi,
        .codeAsText = codeAsText};
    const auto body = errorBody(refused);
    switch (turn.wish.protocol) {
    case Protocol::Responses:
        return {failedResponse(turn, refused)};
    case Protocol::Messages:
        return {frame(body, Role::Closing, "error")};
    case Protocol::Gemini:
        return {frame(body, Role::Closing)};
    case Protocol::Chat:
        break;
    }
    if (turn.place == Place::OpenRouter)
        return {openRouterChunk(turn, body[u"error"_s].toObject())};
    if (isSub2api && !ofOpenAi)
        return {};
    return {frame(body, Role::Closing, isSub2api ? "error" : "")};
}

} // namespace tollkeeper::simulator
