// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/request_facts.h"
#include "gateways/send_places.h"
#include "playground/playground_run.h"

namespace tollkeeper {

//! The row that a POST leaves in the ledger, under the id by which the gateway's own log or look-up will know
//! it, so that it is one row and not two. nullopt: no such id was told. `remoteKeyId`: as the gateway names
//! the key it went out with; empty: not known. Pure.
[[nodiscard]] std::optional<RequestFacts> requestRow(
    const SentRequest &sent, const SendPlaces &places, const QString &remoteKeyId);

} // namespace tollkeeper
