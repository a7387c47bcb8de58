// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/json_tree.h"
#include "base/result.h"
#include "domain/send_order.h"
#include "gateways/bodies/member_reader.h"

namespace tollkeeper {

//! What a request says in JSON of its own, taken apart and found to be of the right kind.
struct RequestParts {
    std::optional<JsonTree> tools; //!< a list of OpenAI chat's; never empty
    std::optional<JsonTree> schema; //!< an object
};

//! Error::Kind::InvalidInput with "tools" or "schema".
[[nodiscard]] Result<RequestParts> partsOf(const PlaygroundRequest &request);

// Tools in other forms than OpenAI chat's. Error::Kind::NotOffered with "tools" where one is no function.
[[nodiscard]] Result<JsonTree> responsesTools(const JsonTree &tools);
[[nodiscard]] Result<JsonTree> anthropicTools(const JsonTree &tools);
[[nodiscard]] Result<JsonTree> geminiTools(const JsonTree &tools);
// And back. What has no form in OpenAI chat is left out.
[[nodiscard]] JsonTree fromResponsesTools(const JsonTree &tools);
[[nodiscard]] JsonTree fromAnthropicTools(const JsonTree &tools);
[[nodiscard]] JsonTree fromGeminiTools(const JsonTree &tools);

//! What a body begins with in every protocol but Gemini's: model, temperature, top p.
[[nodiscard]] JsonTree bodyBeginning(const PlaygroundRequest &request, const QString &model);
//! The turns of a conversation as {"role", "content"}.
[[nodiscard]] JsonTree turnsOf(const PlaygroundRequest &request);
//! The text of a turn: a text, or the texts among its parts. `fault` gets `place` where it is neither.
[[nodiscard]] QString contentText(const JsonTree &content, QString &fault, const QString &place);
//! Reads such turns from the `first` on. Those of other roles are left out.
void readTurns(PlaygroundRequest &request, const JsonTree &turns, QString &fault, const QString &place);

//! The `provider` object of a body.
[[nodiscard]] JsonTree routingBody(const RoutingWishes &wishes);
//! Reads one; what the wishes cannot hold is left out.
[[nodiscard]] RoutingWishes routingFrom(const JsonTree &provider);
//! A price without needless zeros.
[[nodiscard]] QString priceText(Money price);

// One protocol each: the whole body, in the usual order of its members.
[[nodiscard]] Result<JsonTree> openAiChatBody(
    const PlaygroundRequest &request, const RequestParts &parts, const QString &model);
[[nodiscard]] Result<JsonTree> openAiResponsesBody(
    const PlaygroundRequest &request, const RequestParts &parts, const QString &model);
[[nodiscard]] Result<JsonTree> anthropicBody(
    const PlaygroundRequest &request, const RequestParts &parts, const QString &model);
[[nodiscard]] Result<JsonTree> geminiBody(const PlaygroundRequest &request, const RequestParts &parts);

// And back: everything but model, stream and routing, which several share. `fault`: see MemberReader.
void readOpenAiChatBody(PlaygroundRequest &request, const JsonTree &body, QString &fault);
void readOpenAiResponsesBody(PlaygroundRequest &request, const JsonTree &body, QString &fault);
void readAnthropicBody(PlaygroundRequest &request, const JsonTree &body, QString &fault);
void readGeminiBody(PlaygroundRequest &request, const JsonTree &body, QString &fault);

} // namespace tollkeeper
