// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "alerts/rules/rule_look.h"

namespace tollkeeper {

//! One look of each kind of rule. What stays the same as long as it is true is said in each file.
[[nodiscard]] Result<AlertFindings> lookForSpikes(const RuleLook &look);
[[nodiscard]] Result<AlertFindings> lookForLowBalances(const RuleLook &look);
[[nodiscard]] Result<AlertFindings> lookForReachedCaps(const RuleLook &look);
[[nodiscard]] Result<AlertFindings> lookForExpiringKeys(const RuleLook &look);
[[nodiscard]] Result<AlertFindings> lookForDueRotations(const RuleLook &look);
[[nodiscard]] Result<AlertFindings> lookForSilentGateways(const RuleLook &look);
//! Failures or changes of model, by the rule's kind.
[[nodiscard]] Result<AlertFindings> lookForHighRates(const RuleLook &look);
[[nodiscard]] Result<AlertFindings> lookForOtherModels(const RuleLook &look);
[[nodiscard]] Result<AlertFindings> lookForPriceChanges(const RuleLook &look);
[[nodiscard]] Result<AlertFindings> lookForUnusualHours(const RuleLook &look);
[[nodiscard]] Result<AlertFindings> lookForUncappedKeys(const RuleLook &look);
[[nodiscard]] Result<AlertFindings> lookForUnusedKeys(const RuleLook &look);
[[nodiscard]] Result<AlertFindings> digestOfTheWeek(const RuleLook &look);

} // namespace tollkeeper
