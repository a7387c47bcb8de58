// SPDX-License-Identifier: GPL-3.0-or-later
#include "simulator/chat_forms.h"

#include <QJsonArray>
#include <QJsonDocument>

using namespace Qt::Literals::StringLiterals;

// Anthropic's messages.
namespace tollkeeper::simulator {
namespace {

using Role = Frame::Role;

//! Anthropic has no word for a broken answer: an unknown one then stands there.
QString stopReason(Ending ending)
{
    switch (ending) {
    case Ending::Length:
        return u"max_tokens"_s;
    case Ending::Tool:
        return u"tool_use"_s;
    case Ending::Filtered:
        return u"refusal"_s;
    case Ending::Error:
        return u"error"_s;
    case Ending::Stop:
    case Ending::Blank:
        break;
    }
    return u"end_turn"_s;
}

QJsonObject usageOf(const Turn &turn, qint64 outputTokens)
{
    return {{u"input_tokens"_s, turn.figures.promptTokens}, {u"cache_creation_input_tokens"_s, 0},
        {u"cache_read_input_tokens"_s, 0}, {u"output_tokens"_s, outputTokens}};
}

QJsonObject finalUsage(const Turn &turn)
{
    auto usage = usageOf(turn, turn.figures.completionTokens);
    addCost(usage, turn);
    return usage;
}

QJsonObject envelope(const Turn &turn, const QJsonArray &content, const QJsonValue &stop)
{
    QJsonObject body{{u"id"_s, answerId(turn)}, {u"type"_s, u"message"_s}, {u"role"_s, u"assistant"_s},
        {u"model"_s, turn.served.name}, {u"content"_s, content}, {u"stop_reason"_s, stop},
        {u"stop_sequence"_s, QJsonValue::Null}};
    addServer(body, turn);
    return body;
}

QJsonObject toolBlock(const ToolCall &tool, const QJsonObject &input)
{
    return {{u"type"_s, u"tool_use"_s}, {u"id"_s, tool.id}, {u"name"_s, tool.name}, {u"input"_s, input}};
}

QJsonArray contentOf(const Turn &turn)
{
    QJsonArray content;
    if (!turn.reasoning.isEmpty())
        content.append(QJsonObject{{u"type"_s, u"thinking"_s},
            {u"thinking"_s, turn.reasoning.join(QString())}, {u"signature"_s, u"c2lnbmF0dXJl"_s}});
    if (!turn.text.isEmpty())
        content.append(QJsonObject{{u"type"_s, u"text"_s}, {u"text"_s, turn.text.join(QString())}});
    if (turn.tool) {
        const auto arguments = turn.tool->argumentPieces.join(QString()).toUtf8();
        content.append(toolBlock(*turn.tool, QJsonDocument::fromJson(arguments).object()));
    }
    return content;
}

void add(std::vector<Frame> &frames, const QString &type, QJsonObject data, Role role)
{
    data[u"type"_s] = type;
    frames.push_back(frame(data, role, type.toLatin1()));
}

//! A block of content in pieces, each a delta of this type in this member.
void addBlock(std::vector<Frame> &frames, int index, const QJsonObject &begin, const QStringList &pieces,
    const QString &type, const QString &member)
{
    add(frames, u"content_block_start"_s, {{u"index"_s, index}, {u"content_block"_s, begin}}, Role::Opening);
    for (const auto &piece : pieces) {
        const QJsonObject delta{{u"type"_s, type}, {member, piece}};
        add(frames, u"content_block_delta"_s, {{u"index"_s, index}, {u"delta"_s, delta}}, Role::Content);
    }
    add(frames, u"content_block_stop"_s, {{u"index"_s, index}}, Role::Closing);
}

void addBlocks(std::vector<Frame> &frames, const Turn &turn)
{
    int index = 0;
    if (!turn.reasoning.isEmpty())
        addBlock(frames, index++, {{u"type"_s, u"thinking"_s}, {u"thinking"_s, QString()}}, turn.reasoning,
            u"thinking_delta"_s, u"thinking"_s);
    if (!turn.text.isEmpty())
        addBlock(frames, index++, {{u"type"_s, u"text"_s}, {u"text"_s, QString()}}, turn.text,
            u"text_delta"_s, u"text"_s);
    if (turn.tool)
        addBlock(frames, index, toolBlock(*turn.tool, {}), turn.tool->argumentPieces, u"input_json_delta"_s,
            u"partial_json"_s);
}

} // namespace

QJsonObject messagesBody(const Turn &turn)
{
    auto body = envelope(turn, contentOf(turn), stopReason(turn.ending));
    body[u"usage"_s] = finalUsage(turn);
    addEnd(body, turn);
    return body;
}

std::vector<Frame> messagesFrames(const Turn &turn)
{
    std::vector<Frame> frames;
    auto begin = envelope(turn, {}, QJsonValue::Null);
    begin[u"usage"_s] = usageOf(turn, 1);
    add(frames, u"message_start"_s, {{u"message"_s, begin}}, Role::Opening);
    add(frames, u"ping"_s, {}, Role::Opening);
    addBlocks(frames, turn);
    const QJsonObject delta{
        {u"stop_reason"_s, stopReason(turn.ending)}, {u"stop_sequence"_s, QJsonValue::Null}};
    const QJsonObject end{{u"delta"_s, delta}, {u"usage"_s, finalUsage(turn)}};
    add(frames, u"message_delta"_s, end, Role::Closing);
    if (turn.twist == Twist::RepeatFinish)
        add(frames, u"message_delta"_s, end, Role::Closing);
    QJsonObject stop;
    addEnd(stop, turn);
    add(frames, u"message_stop"_s, stop, Role::Terminator);
    return frames;
}

} // namespace tollkeeper::simulator
