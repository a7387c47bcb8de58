// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/result.h"
#include "domain/send_order.h"

namespace tollkeeper {

//! What is sent where a protocol wants a highest number of tokens and the person gave none.
constexpr qint64 UsualMaxTokens = 1024;

//! The JSON body of a request to that model, in the protocol it names. A body the person wrote is left as it
//! is, byte by byte, where it names that model already. Error::Kind::InvalidInput: "body", "tools", "schema",
//! "temperature" or "top_p" is not what it must be; NotOffered with "tools": one of them is no function, and
//! this protocol takes nothing else. Pure.
[[nodiscard]] Result<QByteArray> chatBody(const PlaygroundRequest &request, const QString &model);

//! The same for people to read and change: indented, in the usual order of members. What cannot be said, such
//! as tools that are no JSON, is left out. readChatBody() makes the same request of it again, but for the way
//! tools and schema are indented and for what Gemini has in its address. A body the person wrote keeps its
//! own form. Pure.
[[nodiscard]] QByteArray prettyChatBody(const PlaygroundRequest &request, const QString &model);

//! A body taken apart.
struct ReadBody {
    PlaygroundRequest request; //!< without rawBody; tools and schema indented
    QString model; //!< empty: none is named; Gemini has it in its address
    //! False: the body says something that the request cannot hold, so that the request would not send the
    //! same: members nobody here knows, images, another name for the schema.
    bool isWhole = true;
};

//! Takes a body apart that a person wrote. Error::Kind::InvalidInput with the member that is missing or not
//! of the kind the protocol wants, such as "messages.content"; with "body": it is no JSON object. Pure and
//! total.
[[nodiscard]] Result<ReadBody> readChatBody(ApiProtocol protocol, QByteArrayView bytes);

} // namespace tollkeeper
