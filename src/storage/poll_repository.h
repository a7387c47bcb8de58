// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/poll_facts.h"
#include "storage/changed_stretch.h"
#include "storage/database.h"

#include <QHash>

namespace tollkeeper {

//! Stores a poll, whole or not at all (ledger rule 9). Synchronous: call it on the writer thread.
class PollRepository {
public:
    explicit PollRepository(Database &database) : m_database(database) { }

    //! One transaction: keys, counters, buckets, balance, the pieces they change, the account's health.
    //! Answers with the number of slices added or changed. Storing the same facts again changes no total.
    [[nodiscard]] Result<int> store(AccountId account, const PollFacts &facts, const QDateTime &at);
    //! The same for a page of a history: the account does not count as polled. REQUIRES: inside a transaction
    //! of the caller's, so that the cursor can be kept with the facts.
    [[nodiscard]] Result<int> storeFacts(AccountId account, const PollFacts &facts, const QDateTime &at);

private:
    [[nodiscard]] Outcome storeOffers(
        AccountId account, const PollFacts &facts, const QHash<QString, qint64> &keys, const QDateTime &at);
    [[nodiscard]] Outcome storeRequests(
        AccountId account, const PollFacts &facts, const QDateTime &at, ChangedStretch &changed);
    [[nodiscard]] Outcome storeBalance(AccountId account, const BalanceFacts &balance, const QDateTime &at);

    Database &m_database;
};

} // namespace tollkeeper
