// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "simulator/world.h"

namespace tollkeeper::simulator {

//! Incomplete: the client broke the stream off; what came until then is billed.
enum class RequestOutcome : std::uint8_t { Success, Incomplete, Failed };

//! What a request's list price is made of (with an own provider key: what the provider charged), in
//! micro-dollars.
struct CostParts {
    qint64 input = 0; //!< of prompt tokens neither read from nor written to a cache
    qint64 output = 0;
    qint64 cacheRead = 0;
    qint64 cacheWrite = 0;
    qint64 search = 0;

    [[nodiscard]] qint64 sum() const { return input + output + cacheRead + cacheWrite + search; }
};

//! One try at a provider, in order; the last one of a request that succeeded is the one that answered.
struct Attempt {
    QString provider = {}; //!< empty where the gateway does not tell
    std::size_t model = 0; //!< in the catalogue
    int status = 200;
};

//! One request as the gateway recorded it.
struct RequestRow {
    qint64 momentMs = 0; //!< when it began, milliseconds since 1970 UTC; inside its slot
    QByteArray id = {};
    std::size_t requestedModel = 0; //!< in the catalogue
    std::size_t servedModel = 0; //!< the one that is billed; another than was asked for after a fallback
    QString provider = {}; //!< empty where the gateway does not tell
    RequestOutcome outcome = RequestOutcome::Success;
    int status = 200;
    //! What the request adds to its slot. `requests` is 0 for one that failed and for one that was broken off
    //! before the gateway counted it; the latter is billed all the same.
    Figures figures = {};
    CostParts parts = {}; //!< sum to figures.listMicros, with an own provider key to figures.byokMicros
    bool stream = false;
    std::optional<int> firstTokenMs = {}; //!< of a stream that gave a token
    int totalMs = 0;
    std::vector<Attempt> attempts = {}; //!< at least one
};

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
