// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "simulator/chat_turn.h"
#include "simulator/routes.h"

namespace tollkeeper::simulator {

//! The headers a gateway puts on an answer.
void addHeaders(Answer &answer, const Turn &turn, const Visit &visit, const Key &key);
//! The headers it puts on a refusal. `letters` are what an id can be made of.
void addRefusalHeaders(Answer &answer, Place place, const Visit &visit, const QByteArray &letters);

} // namespace tollkeeper::simulator
