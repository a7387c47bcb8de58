// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "simulator/roster.h"

namespace tollkeeper::simulator {

//! Accounts at other gateways, which count for no truth of the company: sub2api with a panel, Chuizi in
//! three generations of its answers, LiteLLM and new-api. Their figures move with requests only.
[[nodiscard]] std::vector<AccountPlan> accountsElsewhere();
//! Their keys, when the first of these accounts has this index.
[[nodiscard]] std::vector<KeyPlan> keysElsewhere(std::size_t firstAccount);

} // namespace tollkeeper::simulator
