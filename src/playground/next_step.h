// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/answer.h"
#include "domain/send_order.h"
#include "playground/playground_run.h"

namespace tollkeeper {

//! How far a run has come.
struct RunProgress {
    int triesOfModel = 1; //!< the failed one included
    qsizetype modelsLeft = 0; //!< fallbacks not tried yet
    std::chrono::milliseconds elapsed{};
    std::optional<Money> spent = {}; //!< at most, in the currency of the ceiling; nullopt: it cannot be told
    double chance = 0.5; //!< from 0 to 1
};

//! Nobody sits in front of a program that waits longer: where a gateway asks for more, the run ends and tells
//! so.
constexpr std::chrono::milliseconds LongestOwnWait = std::chrono::hours(1);

//! What begins with less of the deadline left is billed and broken off before it can be answered: it is not
//! sent.
constexpr std::chrono::milliseconds LeastTimeLeft = std::chrono::seconds(1);

struct NextStep {
    enum class Kind : std::uint8_t { Stop, Repeat, MoveOn };
    Kind kind = Kind::Stop;
    RunEnd end = RunEnd::Final; //!< with Stop
    std::chrono::milliseconds wait{}; //!< with Repeat: as the gateway asks, else doubling with chance
    friend bool operator==(const NextStep &, const NextStep &) = default;
};

//! What follows an answer by the policy. Pure.
[[nodiscard]] NextStep nextStep(const Answer &answer, const SendPolicy &policy, const RunProgress &progress);

//! True for a failure that every further request with the same key will meet.
[[nodiscard]] bool isFinalForKey(Category category);

} // namespace tollkeeper
