// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/id.h"
#include "domain/request_facts.h"
#include "storage/database.h"

#include <QSet>

namespace tollkeeper {

//! A file without ids may tell of requests that another source told before, with their ids. Taken for others,
//! they would count twice (ledger rule 11). Synchronous: call it on a storage thread, on any connection.
class RequestMatches {
public:
    RequestMatches(Database &database, AccountId account) : m_database(database), m_account(account) { }

    //! Rows that say of the same second the same model, tokens and cost as a request that a gateway told of
    //! take its id. Each request is taken by one row: `taken` keeps which, from one call to the next.
    [[nodiscard]] Outcome adoptIds(QList<RequestFacts> &rows, QSet<qint64> &taken);

private:
    Database &m_database;
    AccountId m_account;
};

} // namespace tollkeeper
