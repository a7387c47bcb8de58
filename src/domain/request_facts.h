// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/category.h"
#include "domain/amounts.h"

#include <QDateTime>
#include <QList>
#include <QString>

#include <optional>

namespace tollkeeper {

//! How one request ended. A status of 200 without the end mark of its protocol is Incomplete, never Complete.
enum class RequestOutcome : std::uint8_t { Complete = 0, Failed = 1, Incomplete = 2 };

//! Whether somebody else answered than was asked. Provider: the same model at another provider.
enum class FellBack : std::uint8_t { No = 0, Provider = 1, Model = 2 };

//! Where a request row comes from. A better-informed source replaces what a poorer one said of the same
//! request; the order is worst to best.
enum class RowSource : std::uint8_t { Playground = 1, FileImport = 2, PolledLog = 3, GenerationLookup = 4 };

//! What a gateway says a request's cost is made of, where it does; the parts need not add up to the cost.
struct CostParts {
    std::optional<Money> input;
    std::optional<Money> output;
    std::optional<Money> cache; //!< reading and writing the prompt cache
    std::optional<Money> tools; //!< searches, fetched pages and other tools of the gateway
    std::optional<Money> upstream; //!< of all that, what the gateway pays the provider; not BYOK
    friend bool operator==(const CostParts &, const CostParts &) = default;
};

//! One try at one provider, in the order they were made.
struct AttemptFacts {
    QString provider; //!< empty: not told
    QString model; //!< empty: not told
    std::optional<int> httpStatus;
    std::optional<qint64> milliseconds;
    friend bool operator==(const AttemptFacts &, const AttemptFacts &) = default;
};

//! What is known of few requests only; kept apart so that ten million rows stay small.
struct RequestDetail {
    QString gatewayRequestId; //!< of the call, where it is not the row's own id; may group several rows
    QString upstreamId; //!< the provider's own id
    QString finishReason;
    std::optional<bool> isStreamed;
    std::optional<qint64> cachedTokens; //!< part of the input tokens
    std::optional<qint64> reasoningTokens; //!< part of the output tokens
    CostParts parts;
    QString errorMessage; //!< server text, redacted; plain text always
    //! What the decoder made of the answer itself; nullopt: only status and code are known of it.
    std::optional<Category> category;
    QList<AttemptFacts> attempts;
    [[nodiscard]] bool isEmpty() const { return *this == RequestDetail(); }
    friend bool operator==(const RequestDetail &, const RequestDetail &) = default;
};

//! One request as some source tells it. What is not told is empty or nullopt, never 0.
struct RequestFacts {
    //! Unique in its account (ledger rule 11): the generation id where the gateway has one, else its request
    //! id. Never empty.
    QString requestId;
    QDateTime startedAt; //!< UTC, to the millisecond where told
    QString remoteKeyId; //!< as in KeyFacts::remoteId
    QString requestedModel;
    QString servedModel; //!< empty: not told, or nobody answered
    QString provider;
    RequestOutcome outcome = RequestOutcome::Complete;
    FellBack fellBack = FellBack::No;
    std::optional<int> httpStatus;
    QString errorCode;
    std::optional<qint64> inputTokens;
    std::optional<qint64> outputTokens;
    std::optional<Amounts> cost; //!< nullopt: unknown
    std::optional<qint64> firstByteMs; //!< until the first byte or token of the answer
    std::optional<qint64> totalMs;
    RequestDetail detail;
    friend bool operator==(const RequestFacts &, const RequestFacts &) = default;
};

//! A stretch of time for which a source read its rows to the end: its rows are all there are (ledger:
//! "Authority, exactly", rank 1).
struct WholeInterval {
    QDateTime start; //!< UTC
    QDateTime end; //!< UTC, exclusive
    friend bool operator==(const WholeInterval &, const WholeInterval &) = default;
};

} // namespace tollkeeper
