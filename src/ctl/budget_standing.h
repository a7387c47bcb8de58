// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "analytics/budget_outlook.h"
#include "ctl/commands.h"

namespace tollkeeper::ctl {

//! A budget and where it stands now.
struct BudgetStanding {
    Budget budget;
    QString scope; //!< in words
    std::optional<BudgetOutlook> outlook; //!< nullopt: its period is not now

    [[nodiscard]] bool isOver() const { return outlook && outlook->counted >= budget.limit; }
    [[nodiscard]] bool isExpectedOver() const
    {
        return outlook && outlook->forecast && outlook->forecast->expected >= budget.limit;
    }
};
[[nodiscard]] Result<QList<BudgetStanding>> budgetStandings(Engine &engine);
[[nodiscard]] QJsonObject toJson(const BudgetStanding &standing);
//! A line of a table, below budgetHeading().
[[nodiscard]] QStringList budgetRow(const BudgetStanding &standing);
[[nodiscard]] QStringList budgetHeading();
[[nodiscard]] QList<bool> budgetAlignment();

} // namespace tollkeeper::ctl
