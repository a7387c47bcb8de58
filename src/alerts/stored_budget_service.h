// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "alerts/budget_service.h"
#include "base/clock.h"
#include "storage/storage.h"

namespace tollkeeper {

class AlertService;

//! Budgets in the ledger's file; after each change alerts are looked at.
class StoredBudgetService final : public BudgetService {
    Q_OBJECT

public:
    //! All must outlive the service.
    StoredBudgetService(
        Storage &storage, const Clock &clock, AlertService &alerts, QObject *parent = nullptr);

    [[nodiscard]] Async<BudgetId> save(Budget budget) override;
    [[nodiscard]] Async<Done> remove(BudgetId budget) override;
    [[nodiscard]] Async<Done> setMonthlyBudget(Money limit, bool includesByok) override;

private:
    [[nodiscard]] Async<Done> follow();

    Storage &m_storage;
    const Clock &m_clock;
    AlertService &m_alerts;
};

} // namespace tollkeeper
