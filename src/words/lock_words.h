// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "words/explain.h"

namespace tollkeeper {

//! Why the lock in front of secrets is not offered, or was not opened. REQUIRES: an error of the lock.
[[nodiscard]] Explanation explainLock(const Error &error);

} // namespace tollkeeper
