// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/account_history.h"
#include "storage/database.h"

#include <QList>

namespace tollkeeper {

//! Where the back-fill of each account stands. Synchronous: call it on a storage thread.
class HistoryRepository {
public:
    explicit HistoryRepository(Database &database) : m_database(database) { }

    //! Wants the account's history from the start, again where it was read before. One that a person paused
    //! stays paused.
    [[nodiscard]] Outcome begin(AccountId account, const QDateTime &at);
    //! Remembers the next request, or the end where there is none. REQUIRES: inside the transaction that
    //! stores the page before it, so that a page is never lost and never skipped.
    [[nodiscard]] Outcome advance(const AccountHistory &reached);
    [[nodiscard]] Outcome setState(AccountId account, HistoryState state);

    [[nodiscard]] Result<std::optional<AccountHistory>> of(AccountId account);
    //! Of accounts that are not removed.
    [[nodiscard]] Result<QList<AccountHistory>> all();

private:
    [[nodiscard]] Result<QList<AccountHistory>> select(const QString &condition, AccountId account);

    Database &m_database;
};

} // namespace tollkeeper
