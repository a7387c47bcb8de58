// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/usage_answers.h"
#include "storage/database.h"

#include <QHash>

#include <functional>

namespace tollkeeper {

//! Questions about single requests. Synchronous: call it on a storage thread, on any connection.
class UsageRepository {
public:
    explicit UsageRepository(Database &database) : m_database(database) { }

    //! Sums and stretches of a filter; summary.ledgerTotal stays empty.
    [[nodiscard]] Result<UsageOutline> outline(const UsageFilter &filter, const QDateTime &now);
    //! Rows `first` to `first + count - 1` of an outline, newest first.
    [[nodiscard]] Result<QList<UsageRow>> rows(const UsageOutline &outline, qint64 first, int count);
    //! Rows that match, oldest first, after the row of id `after` (0: from the start): for exports, which go
    //! through everything once.
    [[nodiscard]] Result<QList<UsageRow>> rowsAfter(const UsageFilter &filter, qint64 after, int count);
    //! The rows of any account with this id, best informed first.
    [[nodiscard]] Result<QList<UsageRow>> byRequestId(const QString &id);
    //! The same for rows that name it as the gateway's id of the call or as the provider's own; the newest of
    //! them. There is no index for it: it goes through every row.
    [[nodiscard]] Result<QList<UsageRow>> byDetailId(const QString &id, int most);
    //! Error::Kind::Cancelled as soon as `isCancelled` says so.
    [[nodiscard]] Result<UsageTimes> times(
        const UsageFilter &filter, const std::function<bool()> &isCancelled);
    [[nodiscard]] Result<UsageChoices> choices();
    //! The ledger's total of the filter's days, accounts and keys.
    [[nodiscard]] Result<Money> ledgerTotal(const UsageFilter &filter, Currency currency);

private:
    [[nodiscard]] Outcome addSums(const QHash<qint64, struct MatchedSeries> &matched, UsageSummary &summary);
    [[nodiscard]] Outcome take(const QString &range, qint64 &skip, int count, QList<UsageRow> &found);
    [[nodiscard]] Result<QList<UsageRow>> select(const QString &tail);

    Database &m_database;
};

} // namespace tollkeeper
