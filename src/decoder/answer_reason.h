// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "decoder/answer_reader.h"
#include "decoder/verdict.h"

namespace tollkeeper {

//! Why an answer is no complete success: None where it is one. An error it carries decides, then how its body
//! looks, then the word it ends with, then whether its end came at all, then whether there is anything in it.
[[nodiscard]] Verdict reasonOf(const ReceivedAnswer &received, const ErrorCatalogue &codes);

} // namespace tollkeeper
