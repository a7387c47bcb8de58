// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/budget.h"
#include "storage/database.h"

#include <QList>

namespace tollkeeper {

//! Budgets, the oldest first. Synchronous: call it on a storage thread.
class BudgetRepository {
public:
    explicit BudgetRepository(Database &database) : m_database(database) { }

    //! Adds the budget, or changes the one with its id. REQUIRES: a name that no other budget has.
    [[nodiscard]] Result<BudgetId> save(const Budget &budget);
    [[nodiscard]] Outcome remove(BudgetId budget);
    [[nodiscard]] Result<QList<Budget>> all();
    [[nodiscard]] Result<std::optional<Budget>> byId(BudgetId budget);
    [[nodiscard]] Result<std::optional<Budget>> byName(const QString &name);

private:
    [[nodiscard]] Result<BudgetId> add(const Budget &budget);
    [[nodiscard]] Outcome change(const Budget &budget);
    [[nodiscard]] Result<QList<Budget>> select(
        const QString &tail, std::initializer_list<Database::Binding> bindings = {});

    Database &m_database;
};

} // namespace tollkeeper
