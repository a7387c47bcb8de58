// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/slice.h"
#include "storage/changed_stretch.h"
#include "storage/database.h"

#include <QHash>
#include <QSet>

namespace tollkeeper {

//! The evidence of the ledger: slices and the counters they come from. Synchronous: call it on the writer
//! thread, inside the transaction of a poll.
class LedgerRepository {
public:
    LedgerRepository(Database &database, AccountId account) : m_database(database), m_account(account) { }

    //! Compares counters with their last readings and adds the differences.
    [[nodiscard]] Outcome addCounters(const QList<CounterReading> &counters,
        const QHash<QString, qint64> &keys, const QDateTime &readAt, ChangedStretch &changed);
    //! Replaces what is known of the same endpoint, key and period; what is equal is left alone.
    [[nodiscard]] Outcome replaceBuckets(const QList<BucketFacts> &buckets,
        const QHash<QString, qint64> &keys, const QDateTime &fetchedAt, ChangedStretch &changed);
    //! Everything that touches [start, end), of one currency.
    [[nodiscard]] Result<QList<Slice>> slices(
        const QDateTime &start, const QDateTime &end, const QString &currency);
    //! Of its slices and of its pieces: a currency whose last slice was just replaced still has pieces to
    //! remove.
    [[nodiscard]] Result<QStringList> currencies();

private:
    [[nodiscard]] Result<std::optional<std::pair<CounterReading, QDateTime>>> lastReading(qint64 key);
    [[nodiscard]] Outcome remember(const CounterReading &reading, qint64 key, const QDateTime &readAt);
    [[nodiscard]] Outcome appendCounterSlice(const Slice &slice);
    [[nodiscard]] Outcome insert(const Slice &slice);
    [[nodiscard]] Result<QList<Slice>> stored(const QString &endpoint, qint64 key, const QDateTime &start);

    Database &m_database;
    AccountId m_account;
};

} // namespace tollkeeper
