// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "simulator/roster.h"

#include <span>

namespace tollkeeper::simulator {

//! The form in which sub2api and ToRouter tell a failure; elsewhere the protocol alone decides.
enum class Shape : std::uint8_t {
    Nested, //!< in the protocol's own error object
    Flat, //!< {"code":"…","message":"…"}, before any protocol is looked at
    Anthropic, //!< Anthropic's form, whatever the protocol
    Text, //!< {"error":"…","message":"…"}
};

//! A way a gateway refuses, as its documents name it. All are text of this program's own life time.
struct Failure {
    const char *code; //!< what the gateway calls it; with a suffix where it calls two things the same
    int status;
    const char *type; //!< the family, or OpenRouter's error_type; empty where the gateway tells none
    const char *message;
    Shape shape = Shape::Nested;
    int retryAfter = 0; //!< seconds; 0: no such header
    const char *more = ""; //!< further members of the error as JSON text; at OpenRouter of its metadata
    const char *oldType = ""; //!< of the older dialects of Chuizi
};

//! Every documented failure of a kind of gateway.
[[nodiscard]] std::span<const Failure> failuresOf(Place place);
//! By its code, else the first of this status. Null when there is none.
[[nodiscard]] const Failure *failureNamed(Place place, const QByteArray &codeOrStatus);
//! REQUIRES: there is one.
[[nodiscard]] const Failure &failure(Place place, const QByteArray &codeOrStatus);
//! Whether any gateway knows it.
[[nodiscard]] bool isFailureSomewhere(const QByteArray &codeOrStatus);

// The lists, one line a failure.
[[nodiscard]] std::span<const Failure> openRouterFailures();
[[nodiscard]] std::span<const Failure> sub2apiFailures();
[[nodiscard]] std::span<const Failure> chuiziFailures();
[[nodiscard]] std::span<const Failure> liteLlmFailures();
[[nodiscard]] std::span<const Failure> newApiFailures();
[[nodiscard]] std::span<const Failure> openAiFailures();

} // namespace tollkeeper::simulator
