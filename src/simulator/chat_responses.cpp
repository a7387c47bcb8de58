// SPDX-License-Identifier: GPL-3.0-or-later
#include "simulator/chat_forms.h"

#include <QJsonArray>

using namespace Qt::Literals::StringLiterals;

// OpenAI's responses.
namespace tollkeeper::simulator {
namespace {

using Role = Frame::Role;

QString idOf(const Turn &turn, const QString &prefix)
{
    return prefix + QString::fromLatin1(turn.letters);
}

QJsonObject usageOf(const Turn &turn)
{
    const auto &figures = turn.figures;
    QJsonObject usage{{u"input_tokens"_s, figures.promptTokens},
        {u"input_tokens_details"_s, QJsonObject{{u"cached_tokens"_s, 0}}},
        {u"output_tokens"_s, figures.completionTokens},
        {u"output_tokens_details"_s, QJsonObject{{u"reasoning_tokens"_s, figures.reasoningTokens}}},
        {u"total_tokens"_s, figures.promptTokens + figures.completionTokens}};
    addCost(usage, turn);
    return usage;
}

QJsonObject reasoningItem(const Turn &turn, const QString &text)
{
    QJsonArray summary;
    if (!text.isEmpty())
        summary.append(QJsonObject{{u"type"_s, u"summary_text"_s}, {u"text"_s, text}});
    return {{u"id"_s, idOf(turn, u"rs_"_s)}, {u"type"_s, u"reasoning"_s}, {u"summary"_s, summary}};
}

QJsonObject textPart(const QString &text)
{
    return {{u"type"_s, u"output_text"_s}, {u"annotations"_s, QJsonArray()}, {u"text"_s, text}};
}

QJsonObject messageItem(const Turn &turn, const QString &status, const QJsonArray &content)
{
    return {{u"id"_s, idOf(turn, u"msg_"_s)}, {u"type"_s, u"message"_s}, {u"status"_s, status},
        {u"role"_s, u"assistant"_s}, {u"content"_s, content}};
}

QJsonObject toolItem(const Turn &turn, const QString &status, const QString &arguments)
{
    return {{u"id"_s, idOf(turn, u"fc_"_s)}, {u"type"_s, u"function_call"_s}, {u"status"_s, status},
        {u"call_id"_s, turn.tool->id}, {u"name"_s, turn.tool->name}, {u"arguments"_s, arguments}};
}

QString statusOf(const Turn &turn)
{
    if (turn.ending == Ending::Error)
        return u"failed"_s;
    const bool incomplete = turn.ending == Ending::Length || turn.ending == Ending::Filtered;
    return incomplete ? u"incomplete"_s : u"completed"_s;
}

QJsonArray outputOf(const Turn &turn)
{
    QJsonArray output;
    if (!turn.reasoning.isEmpty())
        output.append(reasoningItem(turn, turn.reasoning.join(QString())));
    if (!turn.text.isEmpty())
        output.append(messageItem(turn, u"completed"_s, {textPart(turn.text.join(QString()))}));
    if (turn.tool)
        output.append(toolItem(turn, u"completed"_s, turn.tool->argumentPieces.join(QString())));
    return output;
}

//! The response as it stands before a word of it.
QJsonObject begun(const Turn &turn)
{
    QJsonObject body{{u"id"_s, answerId(turn)}, {u"object"_s, u"response"_s},
        {u"created_at"_s, turn.momentMs / 1000}, {u"status"_s, u"in_progress"_s},
        {u"model"_s, turn.served.name}, {u"output"_s, QJsonArray()}, {u"error"_s, QJsonValue::Null},
        {u"incomplete_details"_s, QJsonValue::Null}, {u"usage"_s, QJsonValue::Null},
        {u"parallel_tool_calls"_s, true}, {u"tool_choice"_s, u"auto"_s}, {u"tools"_s, QJsonArray()}};
    addServer(body, turn);
    return body;
}

//! Writes events with their running number.
class Events {
public:
    void add(const QString &type, QJsonObject data, Role role)
    {
        data[u"type"_s] = type;
        data[u"sequence_number"_s] = m_number++;
        m_frames.push_back(frame(data, role, type.toLatin1()));
    }

    void addItem(const QString &what, qsizetype at, const QJsonObject &item, Role role)
    {
        add(u"response.output_item."_s + what, {{u"output_index"_s, at}, {u"item"_s, item}}, role);
    }

    //! The pieces of one item, and all of it again at the end.
    void addPieces(
        const QString &type, const QString &whole, const QStringList &pieces, const QJsonObject &place)
    {
        for (const auto &piece : pieces) {
            auto data = place;
            data[u"delta"_s] = piece;
            add(type + u".delta"_s, data, Role::Content);
        }
        auto data = place;
        data[whole] = pieces.join(QString());
        add(type + u".done"_s, data, Role::Closing);
    }

    std::vector<Frame> take() { return std::move(m_frames); }

private:
    std::vector<Frame> m_frames;
    int m_number = 0;
};

void addReasoning(Events &events, const Turn &turn)
{
    events.addItem(u"added"_s, 0, reasoningItem(turn, {}), Role::Opening);
    events.addPieces(u"response.reasoning_summary_text"_s, u"text"_s, turn.reasoning,
        {{u"item_id"_s, idOf(turn, u"rs_"_s)}, {u"output_index"_s, 0}, {u"summary_index"_s, 0}});
    events.addItem(u"done"_s, 0, reasoningItem(turn, turn.reasoning.join(QString())), Role::Closing);
}

void addText(Events &events, const Turn &turn, qsizetype at)
{
    const auto text = turn.text.join(QString());
    const QJsonObject place{
        {u"item_id"_s, idOf(turn, u"msg_"_s)}, {u"output_index"_s, at}, {u"content_index"_s, 0}};
    auto part = place;
    part[u"part"_s] = textPart({});
    events.addItem(u"added"_s, at, messageItem(turn, u"in_progress"_s, {}), Role::Opening);
    events.add(u"response.content_part.added"_s, part, Role::Opening);
    events.addPieces(u"response.output_text"_s, u"text"_s, turn.text, place);
    part[u"part"_s] = textPart(text);
    events.add(u"response.content_part.done"_s, part, Role::Closing);
    events.addItem(u"done"_s, at, messageItem(turn, u"completed"_s, {textPart(text)}), Role::Closing);
}

void addTool(Events &events, const Turn &turn, qsizetype at)
{
    events.addItem(u"added"_s, at, toolItem(turn, u"in_progress"_s, {}), Role::Opening);
    events.addPieces(u"response.function_call_arguments"_s, u"arguments"_s, turn.tool->argumentPieces,
        {{u"item_id"_s, idOf(turn, u"fc_"_s)}, {u"output_index"_s, at}});
    const auto arguments = turn.tool->argumentPieces.join(QString());
    events.addItem(u"done"_s, at, toolItem(turn, u"completed"_s, arguments), Role::Closing);
}

} // namespace

QJsonObject responsesBody(const Turn &turn)
{
    auto body = begun(turn);
    body[u"status"_s] = statusOf(turn);
    body[u"completed_at"_s] = (turn.momentMs + turn.totalMs) / 1000;
    body[u"output"_s] = outputOf(turn);
    body[u"usage"_s] = usageOf(turn);
    if (turn.ending == Ending::Length)
        body[u"incomplete_details"_s] = QJsonObject{{u"reason"_s, u"max_output_tokens"_s}};
    else if (turn.ending == Ending::Filtered)
        body[u"incomplete_details"_s] = QJsonObject{{u"reason"_s, u"content_filter"_s}};
    else if (turn.ending == Ending::Error)
        body[u"error"_s]
            = QJsonObject{{u"code"_s, u"server_error"_s}, {u"message"_s, u"the provider broke off"_s}};
    addEnd(body, turn);
    return body;
}

std::vector<Frame> responsesFrames(const Turn &turn)
{
    Events events;
    events.add(u"response.created"_s, {{u"response"_s, begun(turn)}}, Role::Opening);
    events.add(u"response.in_progress"_s, {{u"response"_s, begun(turn)}}, Role::Opening);
    const qsizetype at = turn.reasoning.isEmpty() ? 0 : 1;
    if (at > 0)
        addReasoning(events, turn);
    if (!turn.text.isEmpty())
        addText(events, turn, at);
    if (turn.tool)
        addTool(events, turn, at);
    if (turn.twist == Twist::RepeatFinish)
        events.add(u"response."_s + statusOf(turn), {{u"response"_s, responsesBody(turn)}}, Role::Closing);
    events.add(u"response."_s + statusOf(turn), {{u"response"_s, responsesBody(turn)}}, Role::Terminator);
    return events.take();
}

} // namespace tollkeeper::simulator
