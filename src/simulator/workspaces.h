// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

#include <optional>
#include <vector>

namespace tollkeeper::simulator {

//! A workspace of an OpenRouter account. The first of an account is its default one.
struct WorkspacePlan {
    std::size_t account = 0; //!< index into accountPlans()
    QString id = {};
    QString slug = {};
    QString name = {};
    QString created = {};
    std::optional<int> monthlyBudget = {}; //!< whole dollars; enforced by nobody here
};

[[nodiscard]] const std::vector<WorkspacePlan> &workspacePlans();
//! The workspaces of an account, in order; empty where the gateway has none.
[[nodiscard]] std::vector<const WorkspacePlan *> workspacesOf(std::size_t account);
//! An account's workspace by its place in workspacesOf(). REQUIRES: it exists.
[[nodiscard]] const WorkspacePlan &workspaceAt(std::size_t account, std::size_t place);

} // namespace tollkeeper::simulator
