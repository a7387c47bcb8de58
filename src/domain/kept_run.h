// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/answer.h"
#include "domain/send_order.h"

namespace tollkeeper {

using RunId = Id<struct RunTag>;

//! One run of the Playground as a line of its history.
struct RunLine {
    RunId id;
    QDateTime startedAt; //!< UTC
    AccountId account;
    QString accountName; //!< as it was called then
    QString keyName; //!< the same; empty: the account's own
    ApiProtocol protocol = ApiProtocol::OpenAiChat;
    QString requestedModel;
    QString servedModel; //!< empty: nobody answered, or not told
    QString servedProvider;
    Category category = Category::None;
    bool isComplete = true; //!< false of a success: it broke off
    std::optional<RunEnd> end; //!< nullopt: kept by a version that did not tell
    int httpStatus = 0; //!< 0: no answer came
    QString code; //!< the gateway's own
    int attempts = 1; //!< at providers, as far as the gateway tells of them; at least one for each POST
    std::optional<qint64> inputTokens;
    std::optional<qint64> outputTokens;
    //! Of all its POSTs; what the ledger knows of them once a bill has come. nullopt: not told.
    std::optional<Money> cost;
    bool isCostWhole = true; //!< false: something of it may have cost more than is told
    std::chrono::milliseconds total{}; //!< of all attempts, waits included
    QString requestId; //!< the last one's first; empty: none
    QString prompt; //!< the beginning of the last message; empty: bodies are not kept
    bool hasBodies = false; //!< what was asked and answered was kept
};

//! A line with all that was kept.
struct KeptRun {
    RunLine line;
    std::optional<KeyId> key;
    //! What was sent, as it can be put into the composer again; without messages, tools and body where bodies
    //! are not kept.
    PlaygroundRequest request;
    QStringList fallbacks;
    std::optional<std::chrono::milliseconds> timeout = {}; //!< of each attempt; nullopt: not kept
    QString answer; //!< its text; empty: bodies are not kept
    QList<Attempt> trace;
    AnswerIds ids;
    QStringList recordedIds; //!< of the rows that the ledger has of it
};

//! A request with a name, to begin from.
struct Preset {
    QString name; //!< unique
    PlaygroundRequest request;
    QString model;
    QStringList fallbacks;
    std::optional<std::chrono::milliseconds> timeout = {}; //!< of each attempt; nullopt: by the kind of model
    friend bool operator==(const Preset &, const Preset &) = default;
};

} // namespace tollkeeper
