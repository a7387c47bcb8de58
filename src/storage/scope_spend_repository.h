// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/amounts.h"
#include "domain/budget.h"
#include "storage/database.h"

#include <QList>

namespace tollkeeper {

//! What a scope cost on one day of the reporting zone.
struct ScopeDay {
    QDate day;
    Amounts amount;
};

//! Spend of what a budget counts, from the roll-up. Synchronous: call it on a storage thread.
class ScopeSpendRepository {
public:
    explicit ScopeSpendRepository(Database &database) : m_database(database) { }

    //! In one currency; days without spend are left out; in time order. A key counts together with the keys
    //! that took over its work; a team, environment or tag counts what its keys spent while they had it.
    [[nodiscard]] Result<QList<ScopeDay>> byDay(
        const BudgetScope &scope, const DayRange &range, Currency currency);

private:
    Database &m_database;
};

} // namespace tollkeeper
