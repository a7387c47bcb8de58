// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "playground/playground_run.h"

namespace tollkeeper {

//! The answer of a run: the last one, with the trace over all POSTs, each as an attempt of the client
//! followed by what the gateway told of its own attempts behind it. `askedFor`: the model the order names.
//! REQUIRES: something was sent. Pure.
[[nodiscard]] Answer answerOfAll(const QList<SentRequest> &sent, const QString &askedFor);

} // namespace tollkeeper
