// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QString>

#include <cstdint>
#include <optional>
#include <span>

namespace tollkeeper::simulator {

//! What is peculiar about an answer of a model.
enum class Twist : std::uint8_t {
    None,
    // Instead of an answer.
    Fail,
    FailInStream,
    FailInBody,
    AllFail,
    Hang,
    Drop,
    Reset,
    Html,
    // In what is answered.
    Empty,
    Long,
    OtherModel,
    FallBack,
    CallTool,
    Reason,
    EndAtLength,
    Filter,
    FinishError,
    // In how a stream comes.
    Slow,
    KeepAlive,
    Split,
    CarriageReturns,
    RepeatFinish,
    HangMidStream,
    CutMidStream,
    ErrorMidStream,
    TextCodeMidStream,
    NoTerminator,
};

struct Scenario {
    const char *name;
    Twist twist;
    const char *code; //!< the failure it takes when none is named; null: it takes none
    const char *what; //!< in a few words, for the list
};

//! All of them, in the order of the list in the folder's README.
[[nodiscard]] std::span<const Scenario> scenarios();

//! A scenario with the failure that was named after it.
struct ChosenScenario {
    const Scenario *scenario = nullptr; //!< one of scenarios()
    QByteArray code = {}; //!< a code or a status of a gateway's list of failures; empty where it takes none

    [[nodiscard]] Twist twist() const { return scenario ? scenario->twist : Twist::None; }
};

//! "hangs", "fails", "fails-429", "error-mid-stream-provider_unavailable". Whether any gateway has such a
//! failure is left to the caller.
[[nodiscard]] std::optional<ChosenScenario> scenarioNamed(const QByteArray &name);

//! Models of this kind exist everywhere: what follows the prefix is a scenario.
inline constexpr QByteArrayView ScenarioModelPrefix = "sim/";

} // namespace tollkeeper::simulator
