// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "simulator/chosen_answers.h"
#include "simulator/exchange.h"
#include "simulator/panel_sessions.h"
#include "simulator/replays.h"
#include "simulator/request_log.h"
#include "simulator/world.h"

namespace tollkeeper::simulator {

//! What every route gets: the world, the moment, and the request with its gateway's prefix taken off.
struct Visit {
    const World &world;
    QDateTime now;
    const Asked &asked;
    QByteArray path; //!< below the prefix, "/keys"
    const RequestLog &log; //!< the request is in it already
    PanelSessions &sessions; //!< of the panel of sub2api
    Replays &replays; //!< of the panel of sub2api
    ChosenAnswers &chosen; //!< scenarios asked for by control
    World *changing = nullptr; //!< the same world; null for GET: those run side by side
};

[[nodiscard]] Answer answerAsOpenRouter(const Visit &visit);
[[nodiscard]] Answer answerAsToRouter(const Visit &visit);
[[nodiscard]] Answer answerAsSub2api(const Visit &visit);
[[nodiscard]] Answer answerAsChuizi(const Visit &visit);
[[nodiscard]] Answer answerAsLiteLlm(const Visit &visit);
[[nodiscard]] Answer answerAsNewApi(const Visit &visit);
[[nodiscard]] Answer answerAsOpenAi(const Visit &visit);

} // namespace tollkeeper::simulator
