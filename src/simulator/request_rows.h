// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "simulator/world.h"

namespace tollkeeper::simulator {

//! The requests of a series in the slot, by moment: from the seed alone, and nothing is remembered. The
//! figures of all rows sum to the slot's exactly; failed requests come on top and cost nothing. As all
//! figures, a slot's requests are to be shown only when it has ended.
//! REQUIRES: the series is the key's and 0 <= slot < lastSlot().
[[nodiscard]] std::vector<RequestRow> requestsIn(const Key &key, const SpendSeries &series, Slot slot);
//! The requests of all series of a key in the slot, by moment.
[[nodiscard]] std::vector<RequestRow> requestsIn(const Key &key, Slot slot);

//! How many requests of a series failed in the slot: as many as requestsIn() draws, without drawing them.
[[nodiscard]] qint64 failuresIn(const SpendSeries &series, Slot slot);

struct FoundRequest {
    const Key *key = nullptr; //!< whose request it is; lives as long as the world
    RequestRow row = {};
};

//! The request of this id at a kind of gateway, by drawing the slot its id names once more. Nothing when
//! there is none; whether its slot has ended and who may see it is left to the caller.
[[nodiscard]] std::optional<FoundRequest> findRequest(const World &world, Place place, const QByteArray &id);

} // namespace tollkeeper::simulator
