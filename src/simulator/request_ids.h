// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "simulator/roster.h"

namespace tollkeeper::simulator {

//! The id a kind of gateway gives a request of a moment (milliseconds since 1970 UTC); `draw` is any number
//! that no other request of the moment has. The id tells the moment, so that a look-up needs no table:
//! "gen-<unix seconds>-<20 letters>" at OpenRouter, "client:<UUID>" at sub2api, "gen-<32 hex digits>" at
//! Chuizi, "chatcmpl-<UUID>" elsewhere. The UUIDs are of version 7.
[[nodiscard]] QByteArray requestId(Place place, qint64 momentMs, quint64 draw);

//! The slot in which a request of this id began; nothing when no such gateway writes ids like this or the
//! moment lies outside the world's time.
[[nodiscard]] std::optional<Slot> slotOfRequest(Place place, const QByteArray &id);

} // namespace tollkeeper::simulator
