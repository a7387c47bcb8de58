// SPDX-License-Identifier: GPL-3.0-or-later
#include "simulator/chat_forms.h"

#include <QJsonArray>

using namespace Qt::Literals::StringLiterals;

// OpenAI's chat completions.
namespace tollkeeper::simulator {
namespace {

using Role = Frame::Role;

QJsonValue finishReason(Ending ending)
{
    switch (ending) {
    case Ending::Stop:
        return u"stop"_s;
    case Ending::Length:
        return u"length"_s;
    case Ending::Tool:
        return u"tool_calls"_s;
    case Ending::Filtered:
        return u"content_filter"_s;
    case Ending::Error:
        return u"error"_s;
    case Ending::Blank:
        break;
    }
    return QJsonValue::Null;
}

//! Where `reasoning` is told in plain words, and what it is called there.
QString reasoningField(Place place)
{
    return place == Place::OpenRouter ? u"reasoning"_s : u"reasoning_content"_s;
}

QJsonObject usageOf(const Turn &turn)
{
    const auto &figures = turn.figures;
    QJsonObject usage{{u"prompt_tokens"_s, figures.promptTokens},
        {u"completion_tokens"_s, figures.completionTokens},
        {u"total_tokens"_s, figures.promptTokens + figures.completionTokens},
        {u"prompt_tokens_details"_s, QJsonObject{{u"cached_tokens"_s, figures.cacheReadTokens}}},
        {u"completion_tokens_details"_s, QJsonObject{{u"reasoning_tokens"_s, figures.reasoningTokens}}}};
    if (turn.place == Place::Chuizi)
        usage[u"prompt_tokens_details"_s]
            = QJsonObject{{u"cached_tokens"_s, 0}, {u"cache_creation_tokens"_s, 0}};
    addCost(usage, turn);
    return usage;
}

QJsonObject envelope(const Turn &turn, const QString &object, const QJsonArray &choices)
{
    QJsonObject body{{u"id"_s, answerId(turn)}, {u"object"_s, object}, {u"created"_s, turn.momentMs / 1000},
        {u"model"_s, turn.served.name}, {u"choices"_s, choices}};
    if (turn.place == Place::OpenAi || turn.place == Place::OpenRouter)
        body[u"system_fingerprint"_s] = QJsonValue::Null;
    addServer(body, turn);
    return body;
}

//! One choice of an answer or a chunk; `field` says which.
QJsonObject choice(const Turn &turn, const QString &field, const QJsonObject &words, const QJsonValue &finish)
{
    QJsonObject one{{u"index"_s, 0}, {field, words}, {u"finish_reason"_s, finish}};
    if (turn.place == Place::OpenRouter) {
        one[u"native_finish_reason"_s] = finish == u"stop"_s ? QJsonValue(u"completed"_s) : finish;
        one[u"logprobs"_s] = QJsonValue::Null;
    }
    if (finish == u"error"_s)
        one[u"error"_s] = QJsonObject{{u"code"_s, 502}, {u"message"_s, u"the provider broke off"_s}};
    return one;
}

QJsonObject toolCall(const ToolCall &tool, const QString &arguments)
{
    return {{u"index"_s, 0}, {u"id"_s, tool.id}, {u"type"_s, u"function"_s},
        {u"function"_s, QJsonObject{{u"name"_s, tool.name}, {u"arguments"_s, arguments}}}};
}

QJsonObject chunk(const Turn &turn, const QJsonObject &delta, const QJsonValue &finish = QJsonValue::Null)
{
    return envelope(turn, u"chat.completion.chunk"_s, {choice(turn, u"delta"_s, delta, finish)});
}

void addWords(std::vector<Frame> &frames, const Turn &turn)
{
    for (const auto &piece : turn.reasoning)
        frames.push_back(frame(chunk(turn, {{reasoningField(turn.place), piece}}), Role::Content));
    for (const auto &piece : turn.text)
        frames.push_back(frame(chunk(turn, {{u"content"_s, piece}}), Role::Content));
    if (!turn.tool)
        return;
    const QJsonArray begin{toolCall(*turn.tool, QString())};
    frames.push_back(frame(chunk(turn, {{u"tool_calls"_s, begin}}), Role::Content));
    for (const auto &piece : turn.tool->argumentPieces) {
        const QJsonObject part{{u"index"_s, 0}, {u"function"_s, QJsonObject{{u"arguments"_s, piece}}}};
        frames.push_back(frame(chunk(turn, {{u"tool_calls"_s, QJsonArray{part}}}), Role::Content));
    }
}

//! How a stream ends: with the usage in the same chunk, in a chunk that says the end again, or in one without
//! a choice that has to be asked for.
void addClosing(std::vector<Frame> &frames, const Turn &turn)
{
    auto last = chunk(turn, {}, finishReason(turn.ending));
    if (turn.twist == Twist::RepeatFinish)
        frames.push_back(frame(last, Role::Closing));
    if (turn.place == Place::Chuizi) {
        last[u"usage"_s] = usageOf(turn);
        frames.push_back(frame(last, Role::Closing));
        return;
    }
    frames.push_back(frame(last, Role::Closing));
    if (turn.place == Place::OpenRouter) {
        last[u"usage"_s] = usageOf(turn);
        addEnd(last, turn);
        frames.push_back(frame(last, Role::Closing));
    } else if (turn.wish.wantsUsage) {
        auto usage = envelope(turn, u"chat.completion.chunk"_s, {});
        usage[u"usage"_s] = usageOf(turn);
        frames.push_back(frame(usage, Role::Closing));
    }
}

} // namespace

QJsonObject chatBody(const Turn &turn)
{
    QJsonObject message{{u"role"_s, u"assistant"_s}, {u"content"_s, turn.text.join(QString())},
        {u"refusal"_s, QJsonValue::Null}};
    if (turn.place == Place::OpenRouter)
        message[u"reasoning"_s] = QJsonValue::Null;
    if (!turn.reasoning.isEmpty())
        message[reasoningField(turn.place)] = turn.reasoning.join(QString());
    if (turn.tool) {
        message[u"content"_s] = QJsonValue::Null;
        message[u"tool_calls"_s]
            = QJsonArray{toolCall(*turn.tool, turn.tool->argumentPieces.join(QString()))};
    }
    auto body = envelope(
        turn, u"chat.completion"_s, {choice(turn, u"message"_s, message, finishReason(turn.ending))});
    body[u"usage"_s] = usageOf(turn);
    addEnd(body, turn);
    return body;
}

std::vector<Frame> chatFrames(const Turn &turn)
{
    std::vector<Frame> frames{
        frame(chunk(turn, {{u"role"_s, u"assistant"_s}, {u"content"_s, QString()}}), Role::Opening)};
    addWords(frames, turn);
    addClosing(frames, turn);
    frames.push_back({"data: [DONE]\n\n", Role::Terminator});
    return frames;
}

} // namespace tollkeeper::simulator
