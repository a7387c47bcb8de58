// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

namespace tollkeeper {

//! For tests of what survives a crash: ends this process at once, as kill -9 does, if the environment
//! variable CRASH_AT names this point. Without the variable it does nothing. A point stands between two steps
//! that must not depend on each other having happened; its name says which ("poll_before_commit").
void crashPoint(const char *name);

} // namespace tollkeeper
