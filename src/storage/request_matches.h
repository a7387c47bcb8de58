// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/id.h"
#include "domain/request_facts.h"
#include "storage/database.h"

#include <QSet>

namespace tollkeeper {

//! A file without ids may tell of requests that a gateway tells of with their ids, before or after. Taken for
//! others, they would count twice (ledger rule 11). Two rows are of one request where they say of the same
//! second the same model, tokens and cost. Synchronous: call it on a storage thread.
class RequestMatches {
public:
    RequestMatches(Database &database, AccountId account) : m_database(database), m_account(account) { }

    //! Rows of a file take the ids of requests that a gateway told of. Each request is taken by one row:
    //! `taken` keeps which, from one call to the next. On any connection.
    [[nodiscard]] Outcome adoptIds(QList<RequestFacts> &rows, QSet<qint64> &taken);
    //! The reverse: requests of a gateway give their ids to rows that a file told of without. Those rows are
    //! known by them from then on.
    [[nodiscard]] Outcome giveIds(const QList<RequestFacts> &rows);

private:
    [[nodiscard]] Result<bool> hasMadeIds();

    Database &m_database;
    AccountId m_account;
};

} // namespace tollkeeper
