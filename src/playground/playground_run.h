// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/answer.h"
#include "net/streaming_client.h"

namespace tollkeeper {

//! One POST and what came back.
struct SentRequest {
    static constexpr qsizetype MostKeptBytes = qsizetype(256) * 1024;

    QString model; //!< as asked for
    HttpRequest request; //!< without its key
    HttpHeaders headers; //!< of the answer, as they came
    QByteArray body; //!< of the answer, as it came; no more than MostKeptBytes of it
    QString sentRequestId; //!< our X-Request-ID; empty where the gateway takes none
    QDateTime startedAt; //!< UTC
    std::chrono::milliseconds waited{}; //!< before it, by the policy
    ExchangeTimings timings;
    ExchangeTimings::Milliseconds firstToken; //!< from its start until the first text
    std::optional<Error> problem; //!< of the connection; an answer may have begun nevertheless
    Answer answer; //!< of this POST alone
};

//! Why nothing more was sent.
enum class RunEnd : std::uint8_t {
    Served,
    Final, //!< sending it again cannot help, or the policy does not want it for such a failure
    Exhausted, //!< every try and every model the policy allows has failed
    Deadline, //!< there is no time left for another try
    CostCeiling,
    Cancelled,
};

//! Everything that came of one order.
struct PlaygroundRun {
    QList<SentRequest> sent; //!< in order; never empty
    //! The last answer. Its attempts are those of all: each POST as an attempt of the client, followed by
    //! what the gateway told of its own attempts behind it.
    Answer answer;
    RunEnd end = RunEnd::Served;
    QStringList recordedIds; //!< of the rows that the ledger has of it now
    std::optional<Error> recordProblem; //!< why it has none; what was sent and answered is as true as before
};

} // namespace tollkeeper
