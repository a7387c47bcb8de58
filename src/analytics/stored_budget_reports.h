// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "analytics/budget_reports.h"
#include "base/clock.h"
#include "domain/gateway_traits.h"
#include "storage/storage.h"

namespace tollkeeper {

//! Answers from the profile, through its read-only connection.
class StoredBudgetReports final : public BudgetReports {
    Q_OBJECT

public:
    //! Both must outlive this.
    StoredBudgetReports(
        Storage &storage, const Clock &clock, TraitsByGateway traits, QObject *parent = nullptr);

    [[nodiscard]] Async<BudgetTable> budgets() override;
    [[nodiscard]] Async<BudgetDetails> details(Budget budget) override;
    [[nodiscard]] Async<BudgetChoices> choices() override;

private:
    Storage &m_storage;
    const Clock &m_clock;
    TraitsByGateway m_traits;
};

} // namespace tollkeeper
