// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "words/explain.h"

namespace tollkeeper {

//! Why something was kept from leaving this machine.
[[nodiscard]] Explanation explainLeak(const Error &error);

} // namespace tollkeeper
