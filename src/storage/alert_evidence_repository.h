// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/alert.h"
#include "storage/database.h"

#include <QList>

namespace tollkeeper {

//! How many of an hour's requests were meant by a rule.
struct HourShare {
    QDateTime hour; //!< UTC, its beginning
    qint64 requests = 0;
    qint64 meant = 0; //!< that failed, or that another model answered
};

//! A balance from one moment until the next one.
struct BalanceStep {
    QDateTime at; //!< UTC
    Money amount;
};

//! The past of what an alert is about, as far as the ledger keeps it. Synchronous: call it on a storage
//! thread, on any connection.
class AlertEvidenceRepository {
public:
    explicit AlertEvidenceRepository(Database &database) : m_database(database) { }

    //! Hours of [from, until) in which there were requests of a key, an account or a model asked for; oldest
    //! first. `kind`: FailureRate or FallbackRate; of any other kind nothing is meant.
    [[nodiscard]] Result<QList<HourShare>> hourlyShares(
        AlertKind kind, const QString &subject, const QDateTime &from, const QDateTime &until);
    //! What the balance of an account was, oldest first, beginning with what it was at `from`. Only in the
    //! currency it has now.
    [[nodiscard]] Result<QList<BalanceStep>> balances(
        AccountId account, const QDateTime &from, const QDateTime &until);

private:
    Database &m_database;
};

} // namespace tollkeeper
