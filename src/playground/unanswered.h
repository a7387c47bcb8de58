// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/answer.h"

namespace tollkeeper {

//! What it means that a POST brought no answer: a time limit of ours, the person, or a gateway that could not
//! be reached. Nobody is quoted, for nobody has said anything. Whether it was charged is unknown once the
//! request has been sent. Pure.
[[nodiscard]] Answer unanswered(const Error &problem, const QString &model, bool wasSent);

//! A POST of ours as one line of the trace.
[[nodiscard]] Attempt ownAttempt(const Answer &answer, const QString &model, std::chrono::milliseconds took);

} // namespace tollkeeper
