// SPDX-License-Identifier: GPL-3.0-or-later
#include "decoder/protocols.h"

using namespace Qt::Literals::StringLiterals;

namespace tollkeeper {

std::optional<ApiProtocol> protocolOf(const AnswerPiece &piece)
{
    const auto &json = piece.json;
    const auto type = json["type"_L1].toString();
    if (json["choices"_L1].isArray())
        return ApiProtocol::OpenAiChat;
    if (json["candidates"_L1].isArray() || json["promptFeedback"_L1].isObject()
        || json["usageMetadata"_L1].isObject())
        return ApiProtocol::Gemini;
    if (json["object"_L1] == "response"_L1 || type.startsWith("response."_L1))
        return ApiProtocol::OpenAiResponses;
    const bool isMessage = type == "message"_L1 && json["content"_L1].isArray();
    if (isMessage || type.startsWith("message_"_L1) || type.startsWith("content_block_"_L1))
        return ApiProtocol::AnthropicMessages;
    return std::nullopt;
}

void readPiece(AnswerDraft &draft, ApiProtocol protocol, const AnswerPiece &piece)
{
    switch (protocol) {
    case ApiProtocol::OpenAiChat:
        return readOpenAiChat(draft, piece);
    case ApiProtocol::OpenAiResponses:
        return readOpenAiResponses(draft, piece);
    case ApiProtocol::AnthropicMessages:
        return readAnthropicMessages(draft, piece);
    case ApiProtocol::Gemini:
        return readGemini(draft, piece);
    }
}

QString terminatorOf(ApiProtocol protocol)
{
    switch (protocol) {
    case ApiProtocol::OpenAiChat:
        return u"[DONE]"_s;
    case ApiProtocol::OpenAiResponses:
        return u"response.completed"_s;
    case ApiProtocol::AnthropicMessages:
        return u"message_stop"_s;
    case ApiProtocol::Gemini:
        break;
    }
    return u"finishReason"_s;
}

} // namespace tollkeeper
