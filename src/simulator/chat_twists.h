// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "simulator/chat_turn.h"
#include "simulator/exchange.h"

namespace tollkeeper::simulator {

//! How long what hangs says nothing.
inline constexpr int HangMs = 600'000;

//! The answer of a turn in its protocol, whole or as a stream, with what its twist does to it. `failure` is
//! the one the twist takes; null for the others. Headers are left to the caller.
[[nodiscard]] Answer presented(const Turn &turn, const Failure *failure);
//! How the gateway books the turn.
[[nodiscard]] RequestOutcome outcomeOf(const Turn &turn);
//! Whether a twist takes the place of an answer that is not streamed.
[[nodiscard]] bool failsWithoutStream(Twist twist);

} // namespace tollkeeper::simulator
