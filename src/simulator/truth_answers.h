// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "simulator/exchange.h"
#include "simulator/world.h"

namespace tollkeeper::simulator {

// Both take `from` and `to` (moments; whole slots that have ended by `now` count) and `account` (a name; the
// company without it).

//! GET /_control/truth; `zone` (IANA, UTC without it) decides where days end.
[[nodiscard]] Answer truthAnswer(const World &world, const QDateTime &now, const Asked &asked);
//! GET /_control/requests: every single request.
[[nodiscard]] Answer requestsAnswer(const World &world, const QDateTime &now, const Asked &asked);

} // namespace tollkeeper::simulator
