// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/request_facts.h"
#include "gateways/send_places.h"
#include "playground/playground_run.h"

namespace tollkeeper {

//! What a row takes from its account. Empty and nullopt: not known.
struct RowPlace {
    QString remoteKeyId = {}; //!< as the gateway names the key it went out with
    //! The account's, where its gateway never bills a failure: that one cost nothing is a fact then.
    std::optional<Currency> freeIn = {};
};

//! The row that a POST leaves in the ledger, under the id by which the gateway's own log or look-up will know
//! it, so that it is one row and not two. nullopt: no such id was told. Pure.
[[nodiscard]] std::optional<RequestFacts> requestRow(
    const SentRequest &sent, const SendPlaces &places, const RowPlace &place);

//! True where nothing was charged by the rules alone: no answer told an amount. Pure.
[[nodiscard]] bool hasFailedUnbilled(const Answer &answer);

} // namespace tollkeeper
