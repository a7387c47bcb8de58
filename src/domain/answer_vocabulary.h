// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QLatin1StringView>

#include <cstdint>
#include <optional>

namespace tollkeeper {

// The words below are fixed: they stand in JSON and in the database (design: decoder vocabulary).

//! The form of requests and answers a gateway is spoken to in.
enum class ApiProtocol : std::uint8_t { OpenAiChat, OpenAiResponses, AnthropicMessages, Gemini };

//! Whether the same request is worth sending again.
enum class Retry : std::uint8_t {
    Never, //!< it will always fail, or has succeeded
    AfterFix, //!< once the actor has changed something
    Backoff, //!< later and later, with chance in it
    AfterDelay, //!< after the time the gateway tells
    AfterReset, //!< when a window opens again
};

//! Who has to do something.
enum class Actor : std::uint8_t { Developer, Ops, Finance, Provider, Gateway, Nobody };

enum class Charged : std::uint8_t { Yes, No, Unknown };

//! Who made an attempt: this program, or the gateway behind its one answer.
enum class AttemptOrigin : std::uint8_t { Client, Gateway };

enum class AttemptOutcome : std::uint8_t { Served, Failed, Skipped };

//! Why nothing more was sent.
enum class RunEnd : std::uint8_t {
    Served,
    Final, //!< sending it again cannot help, or the policy does not want it for such a failure
    Exhausted, //!< every try and every model the policy allows has failed
    Deadline, //!< there is no time left for another try
    CostCeiling,
    Cancelled,
};

[[nodiscard]] QLatin1StringView toText(ApiProtocol protocol); //!< "openai-chat"
[[nodiscard]] std::optional<ApiProtocol> apiProtocolFromText(QStringView text);
[[nodiscard]] QLatin1StringView toText(Retry retry);
[[nodiscard]] std::optional<Retry> retryFromText(QStringView text);
[[nodiscard]] QLatin1StringView toText(Actor actor);
[[nodiscard]] std::optional<Actor> actorFromText(QStringView text);
[[nodiscard]] QLatin1StringView toText(Charged charged);
[[nodiscard]] std::optional<Charged> chargedFromText(QStringView text);
[[nodiscard]] QLatin1StringView toText(AttemptOrigin origin);
[[nodiscard]] std::optional<AttemptOrigin> attemptOriginFromText(QStringView text);
[[nodiscard]] QLatin1StringView toText(AttemptOutcome outcome);
[[nodiscard]] std::optional<AttemptOutcome> attemptOutcomeFromText(QStringView text);
[[nodiscard]] QLatin1StringView toText(RunEnd end);
[[nodiscard]] std::optional<RunEnd> runEndFromText(QStringView text);

} // namespace tollkeeper
