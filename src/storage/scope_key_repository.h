// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/amounts.h"
#include "domain/budget.h"
#include "domain/spend_piece.h"
#include "storage/database.h"

#include <QHash>
#include <QList>

namespace tollkeeper {

//! One name of a dimension and what a scope had of it.
struct ScopeShare {
    qint64 ref = 0; //!< key or model id
    QString name;
    Amounts amount;
};

//! What the spend of a budget's scope is made of, and what scopes there can be. Synchronous: call it on a
//! storage thread.
class ScopeKeyRepository {
public:
    explicit ScopeKeyRepository(Database &database) : m_database(database) { }

    //! Whether the ledger can split a scope by a dimension: shares of keys and of models stand side by side,
    //! so a model's spend is not known by key.
    [[nodiscard]] static bool canSplit(const BudgetScope &scope, Dimension dimension);
    //! The largest first; days of the reporting zone. REQUIRES: canSplit().
    [[nodiscard]] Result<QList<ScopeShare>> split(
        const BudgetScope &scope, Dimension dimension, const DayRange &range, Currency currency);

    [[nodiscard]] Result<QStringList> names(Dimension dimension); //!< of models or providers, by name
    [[nodiscard]] Result<QList<Currency>> currencies(); //!< of the ledger, the most used first

private:
    Database &m_database;
};

} // namespace tollkeeper
