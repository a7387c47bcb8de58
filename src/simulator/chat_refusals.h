// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "simulator/chat_turn.h"

#include <QJsonObject>

namespace tollkeeper::simulator {

//! A failure on its way out: in whose dialect, and what else is told with it.
struct Refused {
    Place place = Place::OpenRouter;
    Dialect dialect = Dialect::Current;
    Protocol protocol = Protocol::Chat;
    const Failure *failure = nullptr;
    QString message = {}; //!< instead of the list's, unless empty
    std::vector<Try> earlier = {}; //!< what failed before, where the gateway tells
    QString model = {}; //!< that was asked for
    QByteArray generationId = {}; //!< where the gateway has one by then
    bool ofOpenAiGroup = true; //!< sub2api's groups differ in their errors
    bool codeAsText = false; //!< where a code is a number, it is text
};

//! The error as gateway and protocol write it.
[[nodiscard]] QJsonObject errorBody(const Refused &refused);
//! The same with its status and the headers that belong to it.
[[nodiscard]] Answer refusal(const Refused &refused);

//! "PERMISSION_DENIED"
[[nodiscard]] QString googleStatus(int status);
//! "permission_error"
[[nodiscard]] QString anthropicType(int status);

} // namespace tollkeeper::simulator
