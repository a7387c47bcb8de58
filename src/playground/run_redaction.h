// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/kept_run.h"
#include "playground/playground_run.h"

namespace tollkeeper {

//! What a history keeps of a run: everything that a server sent is redacted, and keys are masked in what was
//! asked and answered. Bodies only where `hasBodies`; what a gateway quoted of them never. Names of account
//! and key are left to the caller. `usual`: in which nothing costs nothing, where no answer names a currency.
//! Pure.
[[nodiscard]] KeptRun redactedRun(
    const SendOrder &order, const PlaygroundRun &run, bool hasBodies, Currency usual = {});

//! A preset as it may be kept: keys are masked in its texts. Pure.
[[nodiscard]] Preset redactedPreset(Preset preset);

} // namespace tollkeeper
