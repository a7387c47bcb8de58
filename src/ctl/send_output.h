// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ctl/output.h"
#include "domain/send_order.h"
#include "playground/playground_run.h"

namespace tollkeeper::ctl {

//! The decode document with `timings_ms`, `sent` (one for each POST) and `end`.
[[nodiscard]] QJsonObject toJson(const PlaygroundRun &run);

//! Text of a model as it comes, onto standard output at once; nothing with --quiet or --json. A terminal
//! never obeys it.
void printArriving(const OutputMode &mode, const QString &text);

//! Who served it, the trace, ids, times, tokens and cost, of all requests where there were several; where it
//! failed, what that means.
void printRun(const OutputMode &mode, const PlaygroundRun &run, const SendPolicy &policy);

[[nodiscard]] Exit exitFor(const PlaygroundRun &run);

} // namespace tollkeeper::ctl
