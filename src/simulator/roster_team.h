// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "simulator/roster.h"

namespace tollkeeper::simulator {

//! The OpenRouter account that has everything the company's own accounts lack: more workspaces, two keys of
//! one name, a retired key that spent, a free model, web search, budgets.
[[nodiscard]] AccountPlan openRouterTeam();
[[nodiscard]] std::vector<KeyPlan> openRouterTeamKeys(std::size_t account);

} // namespace tollkeeper::simulator
