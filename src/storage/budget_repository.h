// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/budget.h"
#include "storage/database.h"

#include <QList>

namespace tollkeeper {

//! Budgets by name. Synchronous: call it on a storage thread.
class BudgetRepository {
public:
    explicit BudgetRepository(Database &database) : m_database(database) { }

    //! Adds the budget or changes the one of that name.
    [[nodiscard]] Result<BudgetId> set(const Budget &budget);
    [[nodiscard]] Result<QList<Budget>> all();

private:
    Database &m_database;
};

} // namespace tollkeeper
