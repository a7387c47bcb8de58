// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ctl/commands.h"

namespace tollkeeper::ctl {

//! The one key of that name that is not gone; a name that several keys bear is told apart by
//! "ACCOUNT/NAME".
[[nodiscard]] Result<KeyRow> keyNamed(Engine &engine, const QString &name);

//! Exactly one key was named; else the sentence is on standard error already.
[[nodiscard]] Result<KeyRow> theKey(const Call &call);

} // namespace tollkeeper::ctl
