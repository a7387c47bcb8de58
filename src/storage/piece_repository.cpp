// SPDX-License-Identifier: GPL-3.0-or-later
#include "storage/piece_repository.h"

#include "domain/spend_resolution.h"
#include "domain/zone_days.h"
#include "storage/account_evidence.h"

#include <QDateTime>
#include <QMap>

#include <algorithm>
#include <cmath>

using namespace Qt::Literals::StringLiterals;

namespace tollkeeper {
namespace {

Outcome insertShares(QSqlQuery &query, qint64 piece, const QList<SpendShare> &shares)
{
    for (const auto &share : shares) {
        query.bindValue(0, piece);
        query.bindValue(1, static_cast<int>(share.dimension));
        query.bindValue(2, share.ref);
        query.bindValue(3, share.amount.billed.nanos());
        query.bindValue(4, share.amount.byok.nanos());
        query.bindValue(5, toColumn(share.requests));
        query.bindValue(6, toColumn(share.inputTokens));
        query.bindValue(7, toColumn(share.outputTokens));
        if (auto done = execute(query); !done)
            return done;
    }
    return Done{};
}

Outcome insertPiece(QSqlQuery &query, AccountId account, const SpendPiece &piece)
{
    const std::initializer_list<QVariant> values{account.value(), piece.amount.billed.currency().code(),
        toColumn(piece.start), toColumn(piece.end), piece.localDay.toJulianDay(), piece.amount.billed.nanos(),
        piece.amount.byok.nanos(), toColumn(piece.requests), toColumn(piece.inputTokens),
        toColumn(piece.outputTokens), static_cast<int>(piece.rank), piece.endpoint, toColumn(piece.fetchedAt),
        piece.isEstimated, piece.spansDays};
    int position = 0;
    for (const auto &value : values)
        query.bindValue(position++, value);
    return execute(query);
}

bool isRestated(qint64 before, qint64 after)
{
    return before > 0 && std::abs(after - before) * 200 > before; // over 0.5 %
}

} // namespace

Outcome PieceRepository::insert(Database &database, AccountId account, const QList<SpendPiece> &pieces)
{
    auto pieceQuery = database.prepare(
        uR"(INSERT INTO piece (account_id, currency, start_at, end_at, local_day, billed_nanos, byok_nanos, requests,
                input_tokens, output_tokens, rank, endpoint, fetched_at, is_estimated, spans_days)
            VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?))"_s);
    auto shareQuery = database.prepare(u"INSERT INTO share VALUES (?, ?, ?, ?, ?, ?, ?, ?)"_s);
    if (!pieceQuery || !shareQuery)
        return fail(!pieceQuery ? pieceQuery.error() : shareQuery.error());
    for (const auto &piece : pieces) {
        if (auto done = insertPiece(*pieceQuery, account, piece); !done)
            return done;
        if (auto done = insertShares(*shareQuery, pieceQuery->lastInsertId().toLongLong(), piece.shares);
            !done)
            return done;
    }
    return Done{};
}

Outcome PieceRepository::recompute(const ChangedStretch &changed, const QTimeZone &zone, const QDateTime &now)
{
    if (!changed.start.isValid())
        return Done{};
    const auto currencies = currenciesOf(m_database, m_account);
    if (!currencies)
        return fail(currencies.error());
    for (const auto &currency : *currencies) {
        if (auto done = recompute(currency, changed, zone, now); !done)
            return done;
    }
    return Done{};
}

Outcome PieceRepository::recompute(
    const QString &currency, const ChangedStretch &changed, const QTimeZone &zone, const QDateTime &now)
{
    const auto evidence = gatherEvidence(m_database, m_account,
        {changed.start.toMSecsSinceEpoch(), changed.end.toMSecsSinceEpoch()}, currency, zone,
        RowSums::Stored);
    if (!evidence)
        return fail(evidence.error());
    const auto start = QDateTime::fromMSecsSinceEpoch(evidence->stretch.start, Qt::UTC);
    const auto end = QDateTime::fromMSecsSinceEpoch(evidence->stretch.end, Qt::UTC);

    const auto before = completedDays(currency, start, end);
    if (!before)
        return fail(before.error());
    if (auto removed = removeBetween(currency, start, end); !removed)
        return removed;
    if (auto added = insert(m_database, m_account, resolveSpend(evidence->slices, zone)); !added)
        return added;
    const auto after = completedDays(currency, start, end);
    if (!after)
        return fail(after.error());
    return keepRestatements(currency, *before, *after, now);
}

Outcome PieceRepository::keepRestatements(const QString &currency, const QMap<qint64, qint64> &before,
    const QMap<qint64, qint64> &after, const QDateTime &now)
{
    for (auto day = before.cbegin(); day != before.cend(); ++day) {
        const auto fresh = after.value(day.key(), 0);
        if (!isRestated(day.value(), fresh))
            continue;
        if (auto kept = m_database.execute(
                uR"(INSERT INTO restatement (account_id, utc_day, currency, old_nanos, new_nanos, noticed_at)
                    VALUES (:account, :day, :currency, :old, :new, :at))"_s,
                {{":account", m_account.value()}, {":day", day.key()}, {":currency", currency},
                    {":old", day.value()}, {":new", fresh}, {":at", toColumn(now)}});
            !kept)
            return kept;
    }
    return Done{};
}

//! Totals of the UTC days, as Julian day numbers, that were over when the account was last fetched: only they
//! can be revised. Gateways compute their buckets by UTC days, so that a piece which moves to another local
//! day restates nothing.
Result<QMap<qint64, qint64>> PieceRepository::completedDays(
    const QString &currency, const QDateTime &start, const QDateTime &end)
{
    auto rows = m_database.run(uR"(SELECT p.start_at / 86400000 AS day, SUM(p.billed_nanos)
            FROM piece p JOIN account a ON a.id = p.account_id
            WHERE p.account_id = :account AND p.currency = :currency AND p.start_at >= :start AND p.end_at <= :end
                AND p.start_at / 86400000 = (p.end_at - 1) / 86400000
                AND (p.start_at / 86400000 + 1) * 86400000 <= a.fetched_at
            GROUP BY day)"_s,
        {{":account", m_account.value()}, {":currency", currency}, {":start", toColumn(start)},
            {":end", toColumn(end)}});
    if (!rows)
        return fail(rows.error());
    constexpr qint64 EpochJulianDay = 2440588; // 1970-01-01
    QMap<qint64, qint64> totals;
    while (rows->next())
        totals.insert(rows->value(0).toLongLong() + EpochJulianDay, rows->value(1).toLongLong());
    return totals;
}

Outcome PieceRepository::removeBetween(const QString &currency, const QDateTime &start, const QDateTime &end)
{
    const auto which
        = u"account_id = :account AND currency = :currency AND start_at >= :start AND end_at <= :end"_s;
    const std::initializer_list<Database::Binding> bindings{{":account", m_account.value()},
        {":currency", currency}, {":start", toColumn(start)}, {":end", toColumn(end)}};
    if (auto removed = m_database.execute(
            u"DELETE FROM share WHERE piece_id IN (SELECT id FROM piece WHERE %1)"_s.arg(which), bindings);
        !removed)
        return removed;
    return m_database.execute(u"DELETE FROM piece WHERE %1"_s.arg(which), bindings);
}

} // namespace tollkeeper
