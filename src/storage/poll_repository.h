// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/poll_facts.h"
#include "storage/changed_stretch.h"
#include "storage/database.h"

namespace tollkeeper {

//! Stores a poll, whole or not at all (ledger rule 9). Synchronous: call it on the writer thread.
class PollRepository {
public:
    explicit PollRepository(Database &database) : m_database(database) { }

    //! One transaction: keys, counters, buckets, balance, the pieces they change, the account's health.
    //! Answers with the number of slices added or changed. Storing the same facts again changes no total.
    [[nodiscard]] Result<int> store(AccountId account, const PollFacts &facts, const QDateTime &at);

private:
    [[nodiscard]] Result<int> storeFacts(AccountId account, const PollFacts &facts, const QDateTime &at);
    [[nodiscard]] Outcome storeRequests(
        AccountId account, const PollFacts &facts, const QDateTime &at, ChangedStretch &changed);
    [[nodiscard]] Outcome storeBalance(AccountId account, const BalanceFacts &balance, const QDateTime &at);

    Database &m_database;
};

} // namespace tollkeeper
