// SPDX-License-Identifier: GPL-3.0-or-later
#include "decoder/protocols.h"

#include <QJsonArray>

using namespace Qt::Literals::StringLiterals;

namespace tollkeeper {
namespace {

void readUsage(AnswerDraft &draft, const QJsonObject &usage)
{
    readCount(draft.usage.inputTokens, usage, u"input_tokens");
    readCount(draft.usage.outputTokens, usage, u"output_tokens");
    readCount(draft.usage.cachedTokens, usage["input_tokens_details"_L1].toObject(), u"cached_tokens");
    readCount(draft.usage.reasoningTokens, usage["output_tokens_details"_L1].toObject(), u"reasoning_tokens");
    readCost(draft, usage);
}

void readMessageItem(AnswerDraft &draft, const QJsonObject &item)
{
    for (const auto &value : item["content"_L1].toArray()) {
        const auto part = value.toObject();
        appendText(draft.text, part["text"_L1].toString());
        appendText(draft.refusal, part["refusal"_L1].toString());
    }
}

void readReasoningItem(AnswerDraft &draft, const QJsonObject &item)
{
    for (const auto member : {"summary"_L1, "content"_L1}) {
        for (const auto &part : item[member].toArray())
            appendText(draft.reasoning, part.toObject().value("text"_L1).toString());
    }
}

//! What pieces call an item by: its id, which some gateways do not keep, and its place.
QStringList namesOf(const QString &id, const QJsonObject &event)
{
    QStringList names;
    if (!id.isEmpty())
        names << id.left(AnswerDraft::MostName);
    if (const auto place = event["output_index"_L1]; place.isDouble())
        names << u'#' + QString::number(place.toInteger());
    return names;
}

//! A call of a tool of the person's; nullopt: it is something else.
std::optional<ToolCall> callOf(const QJsonObject &item)
{
    const auto type = item["type"_L1].toString();
    const bool isCustom = type == "custom_tool_call"_L1; // its argument is any text
    if (!isCustom && type != "function_call"_L1)
        return std::nullopt;
    const auto arguments = isCustom ? item["input"_L1] : item["arguments"_L1];
    return ToolCall{item["call_id"_L1].toString(), item["name"_L1].toString(), arguments.toString()};
}

void readItem(AnswerDraft &draft, const QJsonObject &item)
{
    const auto type = item["type"_L1].toString();
    if (const auto call = callOf(item))
        addToolCall(draft, *call, {});
    else if (type == "message"_L1)
        readMessageItem(draft, item);
    else if (type == "reasoning"_L1)
        readReasoningItem(draft, item);
    else if (type == "image_generation_call"_L1)
        draft.hasMedia = true;
    else if (!type.isEmpty()) // searches, commands, questions for leave: what there is of them keeps growing
        draft.hasOtherOutput = true;
}

//! What messages and thoughts say comes in pieces of its own.
void readBegunItem(AnswerDraft &draft, const QJsonObject &event)
{
    const auto item = event["item"_L1].toObject();
    const auto type = item["type"_L1].toString();
    const auto names = namesOf(item["id"_L1].toString(), event);
    if (const auto call = callOf(item))
        return addToolCall(draft, *call, names);
    forgetCall(draft, names);
    if (type != "message"_L1 && type != "reasoning"_L1)
        readItem(draft, item);
}

//! What is known of a response at any moment; its output only where nothing of it came in pieces before.
void readResponse(AnswerDraft &draft, const QJsonObject &response)
{
    if (response.isEmpty())
        return;
    draft.sawAnswer = true;
    readName(draft.id, response["id"_L1]);
    readName(draft.model, response["model"_L1]);
    readUsage(draft, response["usage"_L1].toObject());
    if (!draft.hasContent()) {
        for (const auto &item : response["output"_L1].toArray())
            readItem(draft, item.toObject());
    }
    const auto status = response["status"_L1].toString();
    const bool isIncomplete = status == "incomplete"_L1;
    if (isIncomplete || status == "completed"_L1 || status == "failed"_L1 || status == "cancelled"_L1)
        draft.finishReason = status;
    if (isIncomplete)
        readName(draft.finishReason, response["incomplete_details"_L1].toObject().value("reason"_L1));
    if (status == "failed"_L1 || !response["error"_L1].toObject().isEmpty())
        keepFailure(draft, response);
}

//! What a gateway says beside the response belongs to it (openrouter.md 6.3: a top-level error_type).
QJsonObject responseIn(const QJsonObject &event)
{
    auto response = event["response"_L1].toObject();
    if (!response.isEmpty() && event.contains("error_type"_L1))
        response.insert("error_type"_L1, event["error_type"_L1]);
    return response;
}

bool isOfCall(const QString &type)
{
    return type == "response.function_call_arguments.delta"_L1
        || type == "response.custom_tool_call_input.delta"_L1;
}

void readDelta(AnswerDraft &draft, const QString &type, const QJsonObject &json)
{
    const auto delta = json["delta"_L1].toString();
    if (type == "response.output_text.delta"_L1)
        appendText(draft.text, delta);
    else if (type == "response.refusal.delta"_L1)
        appendText(draft.refusal, delta);
    else if (type.startsWith("response.reasoning"_L1))
        appendText(draft.reasoning, delta);
    else if (isOfCall(type))
        addArguments(draft, namesOf(json["item_id"_L1].toString(), json), delta);
}

} // namespace

// https://platform.openai.com/docs/api-reference/responses-streaming
void readOpenAiResponses(AnswerDraft &draft, const AnswerPiece &piece)
{
    const auto &json = piece.json;
    const auto type = json["type"_L1].toString(piece.event);
    if (json["object"_L1] == "response"_L1 || (type.isEmpty() && json.contains("output"_L1)))
        return readResponse(draft, json);
    if (type.endsWith(".delta"_L1))
        readDelta(draft, type, json);
    else if (type == "response.output_item.added"_L1)
        readBegunItem(draft, json);
    else if (type == "response.error"_L1)
        keepFailure(draft, json);
    else if (type.startsWith("response."_L1))
        readResponse(draft, responseIn(json));
    if (type == "response.completed"_L1 || type == "response.incomplete"_L1 || type == "response.failed"_L1)
        draft.terminator = type;
}

} // namespace tollkeeper
