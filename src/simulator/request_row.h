// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "simulator/figures.h"

#include <QByteArray>
#include <QString>

#include <optional>
#include <vector>

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
    QString askedAs = {}; //!< a model outside the catalogue; the catalogue's says the price
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
    bool posted = false; //!< somebody sent it to the simulator; no chance drew it
    QString askedAs = {}; //!< of a posted one: a model outside the catalogue; the catalogue's says the price
    QByteArray endpoint = {}; //!< of a posted one: what it was sent to
};

} // namespace tollkeeper::simulator
