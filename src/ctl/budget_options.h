// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ctl/commands.h"
#include "domain/budget.h"

namespace tollkeeper::ctl {

//! The options by which `budget add` and `budget set` describe a budget.
[[nodiscard]] QList<QCommandLineOption> budgetOptions();
//! Puts what the options say into the budget; what they leave out stays. InvalidInput with what is wrong.
[[nodiscard]] Outcome applyBudgetOptions(const Call &call, Budget &budget);
//! What a budget counts: "everything", "team Support", "key ci-evals".
[[nodiscard]] QString scopeText(Engine &engine, const BudgetScope &scope);
//! Those that --channel names, where it is given; "none": nobody. Also for rules.
[[nodiscard]] Outcome applyChannels(const Call &call, QList<ChannelId> &channels);
//! The channel of that name, in any case.
[[nodiscard]] Result<ChannelId> channelNamed(Engine &engine, const QString &name);

} // namespace tollkeeper::ctl
