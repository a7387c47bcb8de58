// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "simulator/exchange.h"
#include "simulator/world.h"

namespace tollkeeper::simulator {

//! GET /_control/requests?key&from&to: every request of a key of the ready line that began in the slots from
//! `from` to `to` (ISO 8601, to the slot) and have ended by now, failed ones included: what a ledger's rows
//! must agree with. 400 when a parameter is missing or unreadable.
[[nodiscard]] Answer tellRequests(const World &world, const QDateTime &now, const Asked &asked);

} // namespace tollkeeper::simulator
