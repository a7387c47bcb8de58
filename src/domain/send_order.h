// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/category.h"
#include "base/id.h"
#include "base/money.h"
#include "domain/answer_vocabulary.h"

#include <QByteArray>
#include <QList>
#include <QStringList>

#include <chrono>
#include <optional>

namespace tollkeeper {

//! One turn of a conversation.
struct ChatMessage {
    enum class Role : std::uint8_t { User, Assistant };
    Role role = Role::User;
    QString text;
    friend bool operator==(const ChatMessage &, const ChatMessage &) = default;
};

//! Wishes about the way through a gateway; only where it offers them.
struct RoutingWishes {
    //! By what the gateway orders the providers it may use.
    enum class Sort : std::uint8_t { GatewayChooses, Price, Throughput, Latency };
    Sort sort = Sort::GatewayChooses;
    QStringList only; //!< no other providers; empty: any
    QStringList ignored; //!< never these providers
    QStringList providerOrder; //!< tried in this order; empty: the gateway chooses
    std::optional<bool> allowsFallbacks; //!< to other providers; nullopt: as the gateway does
    bool requiresParameters = false; //!< only providers that know every parameter of the request
    bool deniesDataCollection = false; //!< only providers that do not keep prompts to train on
    bool wantsZeroRetention = false; //!< only endpoints that keep nothing
    std::optional<Money> maxInputPrice; //!< USD for a million tokens
    std::optional<Money> maxOutputPrice; //!< the same
    [[nodiscard]] bool isEmpty() const { return *this == RoutingWishes(); }
    friend bool operator==(const RoutingWishes &, const RoutingWishes &) = default;
};

//! What is sent: one request in one protocol, without account, key and model.
struct PlaygroundRequest {
    ApiProtocol protocol = ApiProtocol::OpenAiChat;
    QString system; //!< empty: none
    QList<ChatMessage> messages;
    //! The whole body instead of all the rest here, as the person wrote it: a JSON object. Only the model,
    //! and whether it streams, are put in where they differ.
    QByteArray rawBody;
    std::optional<qint64> maxTokens; //!< of the output
    std::optional<double> temperature;
    std::optional<double> topP;
    //! Functions the model may call: a JSON array in the form of OpenAI chat, whatever the protocol. Empty:
    //! none.
    QByteArray tools;
    //! A JSON schema object that the answer must follow. Empty: none.
    QByteArray responseSchema;
    bool streams = false;
    RoutingWishes routing;
    friend bool operator==(const PlaygroundRequest &, const PlaygroundRequest &) = default;
};

//! When a request is sent again, and to which model. As it stands here: once, and never again.
struct SendPolicy {
    int retries = 0; //!< times a model is asked again after its first failure, where that can help
    QStringList fallbacks; //!< models to go on with, in this order, with the same key
    //! Failures after which the next fallback is asked. What is final for the key (credentials, balance, its
    //! own cap, a window that is used up) never is among them, whatever stands here.
    QList<Category> movesOn = {Category::Provider, Category::Routing, Category::ModelUnavailable,
        Category::RateLimit, Category::Gateway, Category::Timeout, Category::StreamInterrupted};
    std::chrono::milliseconds firstWait = std::chrono::milliseconds(500); //!< doubles each time, with chance
    std::chrono::milliseconds longestWait
        = std::chrono::seconds(8); //!< what the gateway asks for may be longer
    std::chrono::milliseconds timeout = std::chrono::seconds(120); //!< of each attempt, whole
    std::optional<std::chrono::milliseconds> silence; //!< of the line; nullopt: as long as the timeout
    std::optional<std::chrono::milliseconds> deadline; //!< of everything, waits included
    std::optional<Money> costCeiling; //!< nothing more is sent once the attempts have cost so much
};

//! One click on "Send".
struct SendOrder {
    AccountId account;
    std::optional<KeyId> key; //!< nullopt: the account's own
    QString model;
    PlaygroundRequest request;
    SendPolicy policy;
    bool isRecorded = true; //!< each POST that has an id becomes a row of the ledger
};

} // namespace tollkeeper
