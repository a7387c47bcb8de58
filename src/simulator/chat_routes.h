// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "simulator/chat_wish.h"
#include "simulator/routes.h"

namespace tollkeeper::simulator {

//! Where a question to a model was sent, and what its address says.
struct ChatRoute {
    Protocol protocol = Protocol::Chat;
    QString model = {}; //!< of Gemini, whose address names it
    bool streams = false; //!< of Gemini
    bool asEvents = false; //!< of Gemini: ?alt=sse
};

//! Nothing when the visit is no question to a model.
[[nodiscard]] std::optional<ChatRoute> chatRoute(const Visit &visit, Place place);
//! Answers a question to a model; nothing when the visit is none.
[[nodiscard]] std::optional<Answer> chatAnswer(const Visit &visit, Place place);

} // namespace tollkeeper::simulator
