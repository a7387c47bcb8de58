// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/id.h"
#include "domain/slice.h"
#include "domain/time_segments.h"
#include "storage/account_evidence.h"
#include "storage/database.h"

namespace tollkeeper {

//! Endpoint of slices that come from request rows; which fetches and files the rows come from is a question
//! to request_batch.
inline const QString RowsEndpoint = QStringLiteral("request rows");

//! What the request rows of an account mean for the ledger: slices of rank CompleteRows where the rows are
//! all there are, of rank IncompleteRows elsewhere. Rows have exact moments, so they are cut at every edge of
//! the other evidence; segments that nothing cuts are read from the roll-up. Synchronous, any storage thread.
class RowSlices {
public:
    RowSlices(Database &database, AccountId account, RowSums sums)
        : m_database(database), m_account(account), m_sums(sums)
    {
    }

    //! Widens [start, end) to whole segments if there are rows or whole intervals in it.
    [[nodiscard]] Result<TimeSegment> widened(const TimeSegment &stretch, TimeSegments &segments);
    //! REQUIRES: a stretch of whole segments. `others`: the evidence besides rows.
    [[nodiscard]] Result<QList<Slice>> slices(const TimeSegment &stretch, TimeSegments &segments,
        const QString &currency, const QList<Slice> &others);
    [[nodiscard]] Result<QStringList> currencies();

private:
    struct Cut {
        TimeSegment interval;
        Rank rank = Rank::IncompleteRows;
    };
    [[nodiscard]] Result<bool> hasRows(const TimeSegment &stretch);
    [[nodiscard]] Result<QList<TimeSegment>> wholeIntervals(const TimeSegment &stretch);
    [[nodiscard]] Outcome addFromRollup(const Cut &cut, const QString &currency, QList<Slice> &slices);
    [[nodiscard]] Outcome addFromRows(const QList<Cut> &cuts, const QString &currency, QList<Slice> &slices);
    [[nodiscard]] Result<QDateTime> lastFetch();

    Database &m_database;
    AccountId m_account;
    RowSums m_sums;
    QDateTime m_fetchedAt;
};

} // namespace tollkeeper
