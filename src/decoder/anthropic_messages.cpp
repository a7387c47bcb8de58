// SPDX-License-Identifier: GPL-3.0-or-later
#include "decoder/protocols.h"

#include <QJsonArray>
#include <QJsonDocument>

using namespace Qt::Literals::StringLiterals;

namespace tollkeeper {
namespace {

//! Anthropic counts what came from and went to the cache beside the input; elsewhere it is part of it. A
//! stream tells the usage in parts, later ones correct earlier ones.
void readUsage(AnswerDraft &draft, const QJsonObject &usage)
{
    // What is added up, and nothing else of the usage: each new member moves those behind it.
    for (const auto *name : {u"input_tokens", u"cache_creation_input_tokens"}) {
        std::optional<qint64> told;
        readCount(told, usage, name);
        if (told)
            draft.rawUsage.insert(name, *told);
    }
    readCount(draft.usage.cachedTokens, usage, u"cache_read_input_tokens");
    readCount(draft.usage.outputTokens, usage, u"output_tokens");
    std::optional<qint64> plain;
    std::optional<qint64> written;
    readCount(plain, draft.rawUsage, u"input_tokens");
    readCount(written, draft.rawUsage, u"cache_creation_input_tokens");
    if (plain)
        draft.usage.inputTokens = *plain + written.value_or(0) + draft.usage.cachedTokens.value_or(0);
    readCost(draft, usage);
}

//! What the pieces of a block call it by.
QStringList namesIn(const QJsonObject &event)
{
    const auto index = event["index"_L1];
    return index.isDouble() ? QStringList{QString::number(index.toInteger())} : QStringList();
}

//! Whether a block of that type is text or thought; thoughts that are hidden are no answer.
bool isSaid(const QString &type)
{
    return type.isEmpty() || type == "text"_L1 || type == "thinking"_L1 || type == "redacted_thinking"_L1;
}

void readBlock(AnswerDraft &draft, const QJsonObject &block, const QStringList &names)
{
    const auto type = block["type"_L1].toString();
    appendText(draft.text, block["text"_L1].toString());
    appendText(draft.reasoning, block["thinking"_L1].toString());
    if (type != "tool_use"_L1) {
        draft.hasOtherOutput = draft.hasOtherOutput || !isSaid(type);
        return forgetCall(draft, names);
    }
    const auto input = block["input"_L1].toObject();
    const auto arguments
        = input.isEmpty() ? QByteArray() : QJsonDocument(input).toJson(QJsonDocument::Compact);
    addToolCall(
        draft, {block["id"_L1].toString(), block["name"_L1].toString(), QString::fromUtf8(arguments)}, names);
}

void readMessage(AnswerDraft &draft, const QJsonObject &message)
{
    draft.sawAnswer = true;
    readName(draft.id, message["id"_L1]);
    readName(draft.model, message["model"_L1]);
    readName(draft.provider, message["provider"_L1]);
    for (const auto &block : message["content"_L1].toArray())
        readBlock(draft, block.toObject(), {});
    readName(draft.finishReason, message["stop_reason"_L1]);
    readUsage(draft, message["usage"_L1].toObject());
}

void readDelta(AnswerDraft &draft, const QJsonObject &event)
{
    const auto delta = event["delta"_L1].toObject();
    appendText(draft.text, delta["text"_L1].toString());
    appendText(draft.reasoning, delta["thinking"_L1].toString());
    if (const auto arguments = delta["partial_json"_L1].toString(); !arguments.isEmpty())
        addArguments(draft, namesIn(event), arguments);
}

} // namespace

// https://docs.anthropic.com/en/docs/build-with-claude/streaming
void readAnthropicMessages(AnswerDraft &draft, const AnswerPiece &piece)
{
    const auto &json = piece.json;
    const auto type = json["type"_L1].toString(piece.event);
    if (type == "message"_L1) {
        readMessage(draft, json);
    } else if (type == "message_start"_L1) {
        readMessage(draft, json["message"_L1].toObject());
    } else if (type == "content_block_start"_L1) {
        readBlock(draft, json["content_block"_L1].toObject(), namesIn(json));
    } else if (type == "content_block_delta"_L1) {
        readDelta(draft, json);
    } else if (type == "message_delta"_L1) {
        readName(draft.finishReason, json["delta"_L1].toObject().value("stop_reason"_L1));
        readUsage(draft, json["usage"_L1].toObject());
    } else if (type == "message_stop"_L1) {
        draft.terminator = type;
    }
}

} // namespace tollkeeper
