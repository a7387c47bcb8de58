// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "decoder/answer_draft.h"

namespace tollkeeper {

//! One JSON object of an answer: the whole of a plain one, or the data of one event of a stream.
struct AnswerPiece {
    QJsonObject json;
    QString event; //!< the event's name; empty for a plain answer and where there is none
};

// How each protocol is read, piece by piece. The common parts are readCommon()'s.
void readOpenAiChat(AnswerDraft &draft, const AnswerPiece &piece);
void readOpenAiResponses(AnswerDraft &draft, const AnswerPiece &piece);
void readAnthropicMessages(AnswerDraft &draft, const AnswerPiece &piece);
void readGemini(AnswerDraft &draft, const AnswerPiece &piece);

//! The protocol a piece can only be of; nullopt where it could be any.
[[nodiscard]] std::optional<ApiProtocol> protocolOf(const AnswerPiece &piece);
//! Reads a piece in that protocol.
void readPiece(AnswerDraft &draft, ApiProtocol protocol, const AnswerPiece &piece);
//! The end mark a complete stream of that protocol ends with.
[[nodiscard]] QString terminatorOf(ApiProtocol protocol);

} // namespace tollkeeper
