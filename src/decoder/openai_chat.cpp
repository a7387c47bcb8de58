// SPDX-License-Identifier: GPL-3.0-or-later
#include "decoder/protocols.h"

#include <QJsonArray>

using namespace Qt::Literals::StringLiterals;

namespace tollkeeper {
namespace {

//! A text, or a list of parts with text in them.
void readContent(AnswerDraft &draft, const QJsonValue &content)
{
    if (content.isString())
        return appendText(draft.text, content.toString());
    for (const auto &value : content.toArray()) {
        const auto part = value.toObject();
        appendText(draft.text, part["text"_L1].toString());
        draft.hasMedia = draft.hasMedia || part["type"_L1] == "image_url"_L1;
    }
}

//! In a stream a call comes in pieces that name its index; in a plain answer their order is the index.
void readToolCalls(AnswerDraft &draft, const QJsonArray &calls)
{
    for (qsizetype i = 0; i < calls.size(); ++i) {
        const auto call = calls.at(i).toObject();
        auto *known = toolCallAt(draft, call["index"_L1].toInteger(i));
        if (!known)
            continue;
        const auto function = call["function"_L1].toObject();
        readName(known->id, call["id"_L1]);
        readName(known->name, function["name"_L1]);
        appendArguments(*known, function["arguments"_L1].toString());
    }
}

//! A message, or what is new of it.
void readMessage(AnswerDraft &draft, const QJsonObject &message)
{
    readContent(draft, message["content"_L1]);
    const auto reasoning = message["reasoning"_L1].toString();
    appendText(draft.reasoning, reasoning.isEmpty() ? message["reasoning_content"_L1].toString() : reasoning);
    appendText(draft.refusal, message["refusal"_L1].toString());
    readToolCalls(draft, message["tool_calls"_L1].toArray());
    if (const auto call = message["function_call"_L1].toObject(); !call.isEmpty())
        readToolCalls(draft, {QJsonObject{{u"function"_s, call}}});
    draft.hasMedia = draft.hasMedia || message["audio"_L1].isObject() || message["images"_L1].isArray();
}

//! The first choice alone: the others of n > 1 answer the same question again.
void readChoice(AnswerDraft &draft, const QJsonObject &choice)
{
    if (choice["index"_L1].toInt() != 0)
        return;
    draft.sawAnswer = true;
    const auto delta = choice["delta"_L1].toObject();
    readMessage(draft, delta.isEmpty() ? choice["message"_L1].toObject() : delta);
    appendText(draft.text, choice["text"_L1].toString()); // the older completions
    readName(draft.finishReason, choice["finish_reason"_L1]);
    if (!choice["error"_L1].toObject().isEmpty())
        keepFailure(draft, {{u"error"_s, choice["error"_L1]}});
}

void readUsage(AnswerDraft &draft, const QJsonObject &usage)
{
    readCount(draft.usage.inputTokens, usage, u"prompt_tokens");
    readCount(draft.usage.outputTokens, usage, u"completion_tokens");
    readCount(draft.usage.cachedTokens, usage["prompt_tokens_details"_L1].toObject(), u"cached_tokens");
    readCount(
        draft.usage.reasoningTokens, usage["completion_tokens_details"_L1].toObject(), u"reasoning_tokens");
    readCost(draft, usage);
}

} // namespace

// https://platform.openai.com/docs/api-reference/chat: the pieces of a stream are answers with `delta`.
void readOpenAiChat(AnswerDraft &draft, const AnswerPiece &piece)
{
    const auto &json = piece.json;
    readName(draft.id, json["id"_L1]);
    readName(draft.model, json["model"_L1]);
    for (const auto &choice : json["choices"_L1].toArray())
        readChoice(draft, choice.toObject());
    readUsage(draft, json["usage"_L1].toObject());
}

} // namespace tollkeeper
