// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "simulator/chat_frames.h"
#include "simulator/chat_turn.h"

namespace tollkeeper::simulator {

//! A whole answer in the protocol of the question.
[[nodiscard]] QJsonObject wholeBody(const Turn &turn);
//! The same as a stream's frames.
[[nodiscard]] std::vector<Frame> framesOf(const Turn &turn);

// Each protocol by itself.
[[nodiscard]] QJsonObject chatBody(const Turn &turn);
[[nodiscard]] std::vector<Frame> chatFrames(const Turn &turn);
[[nodiscard]] QJsonObject responsesBody(const Turn &turn);
[[nodiscard]] std::vector<Frame> responsesFrames(const Turn &turn);
[[nodiscard]] QJsonObject messagesBody(const Turn &turn);
[[nodiscard]] std::vector<Frame> messagesFrames(const Turn &turn);
[[nodiscard]] QJsonObject geminiBody(const Turn &turn);
[[nodiscard]] std::vector<Frame> geminiFrames(const Turn &turn);

// What differs between gateways within a protocol.

//! The id the body bears.
[[nodiscard]] QString answerId(const Turn &turn);
//! The member beside the words by which a gateway tells who answered; nothing at most gateways.
void addServer(QJsonObject &body, const Turn &turn);
//! What stands beside the words only once, at the end: OpenRouter's trace, Chuizi's bill.
void addEnd(QJsonObject &body, const Turn &turn);
//! OpenRouter's part of `usage`, whose names differ by protocol.
void addCost(QJsonObject &usage, const Turn &turn);
//! OpenRouter's trace of the tries; the last one failed too when `failed`.
[[nodiscard]] QJsonObject routerMetadata(const Turn &turn, bool failed);

//! The failure of a stream that has begun, in the form of gateway and protocol; empty where the gateway just
//! lets the stream end. `codeAsText`: where a code is a number, it is text.
[[nodiscard]] std::vector<Frame> failureFrames(const Turn &turn, const Failure &failure, bool codeAsText);

} // namespace tollkeeper::simulator
