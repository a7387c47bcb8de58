// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/id.h"
#include "storage/database.h"

#include <QDateTime>
#include <QHash>
#include <QList>
#include <QSet>

namespace tollkeeper {

//! How the requests of one key ended in a stretch of time, of the rows that are known.
struct RequestRate {
    KeyId key;
    AccountId account;
    qint64 requests = 0;
    qint64 failed = 0;
    qint64 changedModel = 0; //!< another model answered than was asked for, as the gateway says
};

//! The most frequent way in which they went wrong.
struct RateExample {
    QString cause; //!< the gateway's code, else the HTTP status; server text: plain
    QString requested; //!< model
    QString served; //!< model; empty: nobody answered
};

//! A model that answered a key's requests for a model.
struct ServedPair {
    KeyId key;
    AccountId account;
    QString requested;
    QString served;
    qint64 requests = 0;
    QDateTime firstAt; //!< UTC; start of the stretch in which it answered first
};

//! Rates of failures and of changes over single requests. Synchronous: call it on a storage thread.
class RequestRateRepository {
public:
    explicit RequestRateRepository(Database &database) : m_database(database) { }

    //! By key, of requests that began in [from, until); keys without any are missing.
    [[nodiscard]] Result<QList<RequestRate>> rates(const QDateTime &from, const QDateTime &until);
    [[nodiscard]] Result<RateExample> topFailure(KeyId key, const QDateTime &from, const QDateTime &until);
    [[nodiscard]] Result<RateExample> topChange(KeyId key, const QDateTime &from, const QDateTime &until);
    //! Answers that the gateway does not call a fallback, in [from, until). REQUIRES: `from` is a midnight of
    //! the reporting zone.
    [[nodiscard]] Result<QList<ServedPair>> served(const QDateTime &from, const QDateTime &until);
    //! Accounts whose rows are known to be all there are in some of [from, until).
    [[nodiscard]] Result<QSet<AccountId>> whole(const QDateTime &from, const QDateTime &until);
    //! Every key that a row has ever named.
    [[nodiscard]] Result<QHash<KeyId, AccountId>> keysWithRows();
    //! Whether any row is known in [from, until).
    [[nodiscard]] Result<bool> hasRows(const QDateTime &from, const QDateTime &until);

private:
    [[nodiscard]] Result<RateExample> top(
        KeyId key, const QString &condition, const QDateTime &from, const QDateTime &until);

    Database &m_database;
};

} // namespace tollkeeper
