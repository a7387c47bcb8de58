// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/answer.h"
#include "net/streaming_client.h"

namespace tollkeeper {

//! One event of a streamed answer, as it came.
struct ReceivedEvent {
    std::chrono::milliseconds at{}; //!< from the start of the exchange
    QString name; //!< empty: a plain "message"
    QString data; //!< server text, redacted; no more than its first 2,000 characters
    friend bool operator==(const ReceivedEvent &, const ReceivedEvent &) = default;
};

//! The events of one answer: the first and the last ones where there are more than can be kept.
struct ReceivedEvents {
    static constexpr qsizetype MostFirst = 500;
    static constexpr qsizetype MostLast = 1500;
    QList<ReceivedEvent> first;
    QList<ReceivedEvent> last; //!< those after `first` that are kept
    qint64 total = 0; //!< all that came
    friend bool operator==(const ReceivedEvents &, const ReceivedEvents &) = default;
};

//! One POST and what came back.
struct SentRequest {
    static constexpr qsizetype MostKeptBytes = qsizetype(256) * 1024;

    QString model; //!< as asked for
    HttpRequest request; //!< without its key
    HttpHeaders headers; //!< of the answer, as they came but for our key
    QByteArray body; //!< of the answer, likewise; no more than MostKeptBytes of it
    ReceivedEvents events; //!< of a streamed answer
    QString sentRequestId; //!< our id of the request; empty where the gateway takes none
    QDateTime startedAt; //!< UTC
    std::chrono::milliseconds waited{}; //!< before it, by the policy
    ExchangeTimings timings;
    ExchangeTimings::Milliseconds firstToken; //!< from its start until the first text
    std::optional<Error> problem; //!< of the connection; an answer may have begun nevertheless
    Answer answer; //!< of this POST alone
};

//! Everything that came of one order.
struct PlaygroundRun {
    QList<SentRequest> sent; //!< in order; never empty
    //! The last answer. Its attempts are those of all: each POST as an attempt of the client, followed by
    //! what the gateway told of its own attempts behind it.
    Answer answer;
    RunEnd end = RunEnd::Served;
    //! What the POSTs count for against the policy's ceiling, at most. nullopt: none is set, or it cannot be
    //! told.
    std::optional<Money> counted;
    QStringList recordedIds; //!< of the rows that the ledger has of it now
    std::optional<Error> recordProblem; //!< why it has none; what was sent and answered is as true as before
};

} // namespace tollkeeper
