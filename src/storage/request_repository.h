// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/id.h"
#include "domain/request_facts.h"
#include "domain/time_segments.h"
#include "storage/changed_stretch.h"
#include "storage/database.h"

#include <QHash>
#include <QTimeZone>

namespace tollkeeper {

//! One fetch or one file from which rows come: their provenance.
struct RequestBatch {
    AccountId account;
    RowSource source = RowSource::PolledLog;
    QString origin; //!< endpoint or file name
    QDateTime fetchedAt; //!< UTC
    std::optional<qint64> importFile; //!< row of import_file
};

//! What became of rows that were given.
struct StoredRows {
    qint64 added = 0;
    qint64 replaced = 0; //!< known already, and now known better or otherwise
    qint64 same = 0; //!< known already: nothing changed
    qint64 rejected = 0; //!< no id, or no usable time
    StoredRows &operator+=(const StoredRows &other);
    friend bool operator==(const StoredRows &, const StoredRows &) = default;
};

//! Single requests. A request id is unique in its account: the same file twice, or a row seen by two sources,
//! gives one row, told by the better source (ledger rule 11). Only what the Playground sent at another moment
//! under the same id is another request: some servers count their ids anew. Synchronous: call it on the
//! writer thread.
class RequestRepository {
public:
    explicit RequestRepository(Database &database) : m_database(database) { }

    //! Stores rows with their roll-up and marks the stretches they touch as stale. REQUIRES: inside a
    //! transaction of the caller's, so that a cursor or a file's progress can be kept with them. A few
    //! thousand rows at a time are fastest. Keys that the account does not have yet are added, named by their
    //! remote id.
    [[nodiscard]] Result<StoredRows> store(const RequestBatch &batch, const QList<RequestFacts> &rows);
    //! The same for a caller that works out the pieces itself: adds what they touch to `changed`.
    [[nodiscard]] Result<StoredRows> store(
        const RequestBatch &batch, const QList<RequestFacts> &rows, ChangedStretch &changed);
    //! How many of these ids the account has already. May be called on a reading connection.
    [[nodiscard]] Result<qint64> known(AccountId account, const QStringList &requestIds);
    //! The id under which a row of the Playground's is kept: its own, unless another request had that
    //! already.
    [[nodiscard]] Result<QString> keptId(AccountId account, const RequestFacts &row);
    //! Remembers that the rows in an interval are all there are, and marks it stale.
    [[nodiscard]] Outcome markWhole(AccountId account, const WholeInterval &interval);
    //! The same, adding what is newly whole to `changed`.
    [[nodiscard]] Outcome markWhole(
        AccountId account, const WholeInterval &interval, ChangedStretch &changed);
    //! UTC; the end of the last whole interval.
    [[nodiscard]] Result<std::optional<QDateTime>> wholeUntil(AccountId account);

    //! Works off stale stretches: the pieces learn of the rows that came. One transaction per call and
    //! stretch, at most `days` of it at a time, so that a reader never waits long. False: nothing is left.
    //! REQUIRES: outside a transaction.
    [[nodiscard]] Result<bool> settleOne(const QDateTime &now, int days = 31);
    //! Counts every row anew for another reporting zone. REQUIRES: inside a transaction.
    [[nodiscard]] Outcome rebuildRollup(const QTimeZone &zone);

private:
    [[nodiscard]] Result<std::pair<StoredRows, QList<TimeSegment>>> write(
        const RequestBatch &batch, const QList<RequestFacts> &rows);
    [[nodiscard]] Outcome joinWhole(AccountId account, const TimeSegment &interval);
    [[nodiscard]] Outcome markStale(AccountId account, const QList<TimeSegment> &segments);

    Database &m_database;
};

} // namespace tollkeeper
