// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/id.h"
#include "storage/spend_repository.h"

namespace tollkeeper {

//! Balances over time. Synchronous: call it on a storage thread.
class BalanceRepository {
public:
    explicit BalanceRepository(Database &database) : m_database(database) { }

    //! What the last two polls up to `now` (UTC) said, the newer first; where they said the same, both are
    //! equal but for their time. Fewer where fewer polls told it.
    [[nodiscard]] Result<QList<BalanceReading>> lastTwo(AccountId account, const QDateTime &now);

private:
    Database &m_database;
};

} // namespace tollkeeper
