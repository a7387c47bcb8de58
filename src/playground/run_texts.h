// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "playground/playground_run.h"
#include "playground/untold_texts.h"

namespace tollkeeper {

//! What a run has asked: every text of the bodies that were sent, but for names of models, roles and the
//! like.
[[nodiscard]] UntoldTexts askedTexts(const PlaygroundRun &run);
//! What it was answered, in the model's words.
[[nodiscard]] UntoldTexts answeredTexts(const PlaygroundRun &run);

} // namespace tollkeeper
