// SPDX-License-Identifier: GPL-3.0-or-later
#include "simulator/chat_forms.h"

#include <QJsonArray>
#include <QJsonDocument>

using namespace Qt::Literals::StringLiterals;

// Gemini's generateContent.
namespace tollkeeper::simulator {
namespace {

using Role = Frame::Role;

QString finishReason(Ending ending)
{
    switch (ending) {
    case Ending::Length:
        return u"MAX_TOKENS"_s;
    case Ending::Filtered:
        return u"SAFETY"_s;
    case Ending::Error:
        return u"OTHER"_s;
    case Ending::Stop:
    case Ending::Tool:
    case Ending::Blank:
        break;
    }
    return u"STOP"_s;
}

//! Thoughts are counted beside the candidates' tokens here, not among them.
QJsonObject usageOf(const Turn &turn)
{
    const auto &figures = turn.figures;
    QJsonObject usage{{u"promptTokenCount"_s, figures.promptTokens},
        {u"candidatesTokenCount"_s, figures.completionTokens - figures.reasoningTokens},
        {u"totalTokenCount"_s, figures.promptTokens + figures.completionTokens}};
    if (figures.reasoningTokens > 0)
        usage[u"thoughtsTokenCount"_s] = figures.reasoningTokens;
    return usage;
}

QJsonObject chunk(const Turn &turn, const QJsonArray &parts)
{
    const QJsonObject content{{u"role"_s, u"model"_s}, {u"parts"_s, parts}};
    return {{u"candidates"_s, QJsonArray{QJsonObject{{u"content"_s, content}, {u"index"_s, 0}}}},
        {u"modelVersion"_s, turn.served.name}, {u"responseId"_s, answerId(turn)}};
}

QJsonObject finished(const Turn &turn, const QJsonArray &parts)
{
    auto body = chunk(turn, parts);
    auto candidate = body[u"candidates"_s][0].toObject();
    candidate[u"finishReason"_s] = finishReason(turn.ending);
    body[u"candidates"_s] = QJsonArray{candidate};
    body[u"usageMetadata"_s] = usageOf(turn);
    return body;
}

QJsonObject thought(const QString &text)
{
    return {{u"text"_s, text}, {u"thought"_s, true}};
}

QJsonObject functionCall(const ToolCall &tool)
{
    const auto arguments = QJsonDocument::fromJson(tool.argumentPieces.join(QString()).toUtf8()).object();
    return {{u"functionCall"_s, QJsonObject{{u"name"_s, tool.name}, {u"args"_s, arguments}}}};
}

} // namespace

QJsonObject geminiBody(const Turn &turn)
{
    QJsonArray parts;
    if (!turn.reasoning.isEmpty())
        parts.append(thought(turn.reasoning.join(QString())));
    if (!turn.text.isEmpty())
        parts.append(QJsonObject{{u"text"_s, turn.text.join(QString())}});
    if (turn.tool)
        parts.append(functionCall(*turn.tool));
    return finished(turn, parts);
}

std::vector<Frame> geminiFrames(const Turn &turn)
{
    std::vector<Frame> frames;
    const auto add
        = [&](const QJsonObject &part) { frames.push_back(frame(chunk(turn, {part}), Role::Content)); };
    for (const auto &piece : turn.reasoning)
        add(thought(piece));
    for (const auto &piece : turn.text)
        add({{u"text"_s, piece}});
    if (turn.tool)
        add(functionCall(*turn.tool));
    const auto last = finished(turn, {QJsonObject{{u"text"_s, QString()}}});
    if (turn.twist == Twist::RepeatFinish)
        frames.push_back(frame(last, Role::Closing));
    frames.push_back(frame(last, Role::Terminator));
    return frames;
}

} // namespace tollkeeper::simulator
