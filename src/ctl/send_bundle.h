// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ctl/commands.h"
#include "domain/send_order.h"
#include "playground/playground_run.h"

namespace tollkeeper::ctl {

//! Whether send --bundle can be written, before anything is sent. Error::Kind::File with "exists" where there
//! is such a file and --force does not allow to replace it.
[[nodiscard]] Outcome bundlePlace(const Call &call);

//! As report(), and that --force replaces a file.
[[nodiscard]] Exit reportBundle(const OutputMode &mode, const Error &error);

//! Writes it, mode 0600, or onto standard output. Error::Kind::Leak: it would have held what it must not.
[[nodiscard]] Outcome writeBundle(const Call &call, const SendOrder &order, const PlaygroundRun &run);

} // namespace tollkeeper::ctl
