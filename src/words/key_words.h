// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "words/explain.h"

namespace tollkeeper {

//! Why something could not be done with a key. REQUIRES: one of the kinds of keys.
[[nodiscard]] Explanation explainKey(const Error &error);

} // namespace tollkeeper
