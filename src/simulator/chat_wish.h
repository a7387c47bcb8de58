// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "simulator/exchange.h"

#include <QJsonObject>
#include <QStringList>

#include <tl/expected.hpp>

namespace tollkeeper::simulator {

//! The form a question to a model and its answer have.
enum class Protocol : std::uint8_t { Chat, Responses, Messages, Gemini };

//! What somebody wants of a model, whatever the protocol it came in.
struct ChatWish {
    Protocol protocol = Protocol::Chat;
    QString model = {};
    QStringList fallbacks = {}; //!< other models, in the order they are to be tried
    QByteArray prompt = {}; //!< all text of the question
    qint64 promptTokens = 0;
    std::optional<int> maxTokens = {};
    bool stream = false;
    bool asEvents = true; //!< of a stream: server-sent events, and not Gemini's JSON list
    bool wantsUsage = false; //!< of a stream: stream_options.include_usage
    bool wantsReasoning = false;
    bool mustCallTool = false;
    QString tool = {}; //!< the first one offered
    QJsonObject provider = {}; //!< OpenRouter's routing wishes
};

//! Reads a question; else what is wrong with it, in a sentence. `model` is the one the path names, which only
//! Gemini's does.
[[nodiscard]] tl::expected<ChatWish, QString> wishIn(
    const Asked &asked, Protocol protocol, const QString &model = {});

} // namespace tollkeeper::simulator
