// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/account.h"
#include "storage/database.h"

#include <QHash>
#include <QList>

namespace tollkeeper {

//! A time in which no poll of an account counted.
struct Outage {
    AccountId account;
    QDateTime beganAt; //!< UTC; of the first poll that failed
    std::optional<QDateTime> endedAt; //!< UTC; of the poll that counted again
    int polls = 0; //!< that failed; where asked about a moment in the past, about how many by then
    AccountState state = AccountState::Stale; //!< as of its last failed poll
    QDateTime lastTriedAt; //!< UTC; of that poll, or the end
};

//! When gateways did not answer; the account itself only tells of now. Synchronous: call it on a storage
//! thread.
class OutageRepository {
public:
    explicit OutageRepository(Database &database) : m_database(database) { }

    //! A poll failed. REQUIRES: the writer, and AccountRepository::markFailed() just before, in the same
    //! transaction where there is one.
    [[nodiscard]] Outcome extend(AccountId account);
    //! A poll counted.
    [[nodiscard]] Outcome end(AccountId account, const QDateTime &at);

    //! Those that were going on at a moment, by account.
    [[nodiscard]] Result<QHash<AccountId, Outage>> at(const QDateTime &now);
    //! Those that overlap [from, until), the oldest first.
    [[nodiscard]] Result<QList<Outage>> between(const QDateTime &from, const QDateTime &until);

private:
    Database &m_database;
};

} // namespace tollkeeper
