// SPDX-License-Identifier: GPL-3.0-or-later
#include "storage/provenance_repository.h"

#include "domain/spend_piece.h"
#include "storage/account_repository.h"
#include "storage/request_id.h"
#include "storage/row_slices.h"

#include <QMap>

#include <algorithm>

using namespace Qt::Literals::StringLiterals;

namespace tollkeeper {
namespace {

constexpr qint64 DayMs = 86'400'000;

QString quoted(QString text)
{
    return u'\'' + text.replace(u'\'', u"''"_s).remove(QChar(0)) + u'\'';
}

//! Joins the share a query asks for; without one the whole pieces count.
QString shareJoin(const ProvenanceQuery &query)
{
    const auto join = u" JOIN share s ON s.piece_id = p.id AND s.dimension = %1 AND s.ref = %2"_s;
    if (query.key)
        return join.arg(static_cast<int>(Dimension::Key)).arg(query.key->value());
    const auto named = u"(SELECT id FROM %1 WHERE name = %2)"_s;
    if (!query.model.isEmpty())
        return join.arg(static_cast<int>(Dimension::Model)).arg(named.arg(u"model"_s, quoted(query.model)));
    if (!query.provider.isEmpty())
        return join.arg(static_cast<int>(Dimension::Provider))
            .arg(named.arg(u"provider"_s, quoted(query.provider)));
    return {};
}

QString where(const ProvenanceQuery &query)
{
    auto condition
        = u" WHERE p.local_day BETWEEN %1 AND %2 AND p.currency = %3"_s.arg(query.days.first.toJulianDay())
              .arg(query.days.last.toJulianDay())
              .arg(quoted(query.currency.code()));
    if (query.account)
        condition += u" AND p.account_id = %1"_s.arg(query.account->value());
    return condition;
}

ProvenanceLine::Certainty certaintyOf(Rank rank, bool isEstimated)
{
    if (isEstimated)
        return ProvenanceLine::Certainty::Estimated;
    return rank == Rank::Counter ? ProvenanceLine::Certainty::Derived : ProvenanceLine::Certainty::Billed;
}

} // namespace

Result<Provenance> ProvenanceRepository::of(const ProvenanceQuery &query, const QDateTime &now)
{
    const auto zone = AccountRepository(m_database).zone();
    if (!zone)
        return fail(zone.error());
    Provenance answer;
    answer.query = query;
    answer.zone = *zone;
    answer.asOf = now;
    answer.windowStart = startOfDay(query.days.first, *zone);
    answer.windowEnd = startOfDay(query.days.last.addDays(1), *zone);
    answer.total = Money::fromNanos(0, query.currency);
    for (const auto step : {&ProvenanceRepository::addLines, &ProvenanceRepository::nameRowSources,
             &ProvenanceRepository::addKeyNames, &ProvenanceRepository::addRestatements,
             &ProvenanceRepository::addSilentAccounts}) {
        if (auto done = (this->*step)(answer); !done)
            return fail(done.error());
    }
    if (auto measured = measureCoverage(answer, now); !measured)
        return fail(measured.error());
    return answer;
}

Outcome ProvenanceRepository::addLines(Provenance &answer)
{
    const auto join = shareJoin(answer.query);
    const auto amounts = join.isEmpty() ? u"p"_s : u"s"_s;
    auto rows = m_database.run(
        uR"(SELECT a.name, a.gateway, p.endpoint, p.rank, p.is_estimated, SUM(%1.billed_nanos), SUM(%1.byok_nanos),
                MIN(p.start_at), MAX(p.end_at), MAX(p.fetched_at), COUNT(*),
                MIN((p.end_at - p.start_at) % %2 = 0 AND p.start_at % %2 = 0),
                SUM(CASE WHEN p.spans_days THEN %1.billed_nanos ELSE 0 END)
            FROM piece p JOIN account a ON a.id = p.account_id%3%4
            GROUP BY a.id, p.endpoint, p.rank, p.is_estimated ORDER BY 6 DESC, a.name, p.endpoint)"_s
            .arg(amounts)
            .arg(DayMs)
            .arg(join, where(answer.query)));
    if (!rows)
        return fail(rows.error());
    const auto currency = answer.query.currency;
    while (rows->next()) {
        ProvenanceLine line;
        line.accountName = rows->value(0).toString();
        line.gatewayName = rows->value(1).toString();
        line.endpoint = rows->value(2).toString();
        const auto rank = static_cast<Rank>(rows->value(3).toInt());
        line.certainty = certaintyOf(rank, rows->value(4).toBool());
        line.amount = Money::fromNanos(rows->value(5).toLongLong(), currency);
        line.byok = Money::fromNanos(rows->value(6).toLongLong(), currency);
        line.firstStart = momentFrom(rows->value(7));
        line.lastEnd = momentFrom(rows->value(8));
        line.fetchedAt = momentFrom(rows->value(9));
        line.pieces = rows->value(10).toLongLong();
        const bool isBucket = rank == Rank::KeyBucket || rank == Rank::AccountBucket;
        line.isUtcDays = isBucket && rows->value(11).toBool();
        line.onMiddleDay = Money::fromNanos(rows->value(12).toLongLong(), currency);
        answer.total += line.amount;
        answer.lines.append(line);
    }
    return Done{};
}

//! Slices of rows only say that they are of rows: the fetches and files behind them are known by the rows.
Outcome ProvenanceRepository::nameRowSources(Provenance &answer)
{
    QMap<QString, QStringList> sources;
    for (auto &line : answer.lines) {
        if (line.endpoint != RowsEndpoint)
            continue;
        if (!sources.contains(line.accountName)) {
            auto rows = m_database.run(
                uR"(SELECT DISTINCT b.origin FROM request_batch b JOIN account a ON a.id = b.account_id
                    WHERE a.name = :name AND EXISTS (SELECT 1 FROM request r WHERE r.batch_id = b.id
                        AND r.id >= :first AND r.id < :end) ORDER BY b.origin LIMIT 10)"_s,
                {{":name", line.accountName},
                    {":first", requestid::lowest(answer.windowStart.toMSecsSinceEpoch())},
                    {":end", requestid::lowest(answer.windowEnd.toMSecsSinceEpoch())}});
            if (!rows)
                return fail(rows.error());
            auto &origins = sources[line.accountName];
            while (rows->next())
                origins.append(rows->value(0).toString());
        }
        if (!sources[line.accountName].isEmpty())
            line.endpoint = sources[line.accountName].join(u", "_s);
    }
    return Done{};
}

Outcome ProvenanceRepository::addKeyNames(Provenance &answer)
{
    const auto only = answer.query.key ? u" AND k.id = %1"_s.arg(answer.query.key->value()) : QString();
    auto rows
        = m_database.run(uR"(SELECT k.name FROM piece p JOIN share s ON s.piece_id = p.id AND s.dimension = 1
            JOIN api_key k ON k.id = s.ref%1%2 GROUP BY k.id ORDER BY SUM(s.billed_nanos) DESC LIMIT 50)"_s
                             .arg(where(answer.query), only));
    if (!rows)
        return fail(rows.error());
    while (rows->next())
        answer.keyNames.append(rows->value(0).toString());
    return Done{};
}

Outcome ProvenanceRepository::addRestatements(Provenance &answer)
{
    auto rows = m_database.run(
        uR"(SELECT a.name, r.utc_day, r.old_nanos, r.new_nanos, r.noticed_at FROM restatement r
            JOIN account a ON a.id = r.account_id
            WHERE r.currency = :currency AND r.utc_day BETWEEN :first AND :last
                AND (:account IS NULL OR a.id = :account) ORDER BY r.noticed_at DESC LIMIT 50)"_s,
        {{":currency", answer.query.currency.code()},
            {":first", answer.windowStart.toUTC().date().toJulianDay()},
            {":last", answer.windowEnd.addMSecs(-1).toUTC().date().toJulianDay()},
            {":account", answer.query.account ? QVariant(answer.query.account->value()) : QVariant()}});
    if (!rows)
        return fail(rows.error());
    const auto currency = answer.query.currency;
    while (rows->next())
        answer.restatements.append(
            {rows->value(0).toString(), QDate::fromJulianDay(rows->value(1).toLongLong()),
                Money::fromNanos(rows->value(2).toLongLong(), currency),
                Money::fromNanos(rows->value(3).toLongLong(), currency), momentFrom(rows->value(4))});
    return Done{};
}

Outcome ProvenanceRepository::addSilentAccounts(Provenance &answer)
{
    const auto accounts = AccountRepository(m_database).all();
    if (!accounts)
        return fail(accounts.error());
    for (const auto &account : *accounts) {
        if (!account.tellsSpend && (!answer.query.account || *answer.query.account == account.id))
            answer.silentAccounts.append(account.name);
    }
    return Done{};
}

//! Over the accounts that have figures in the window: how much of it, up to now, their pieces cover.
Outcome ProvenanceRepository::measureCoverage(Provenance &answer, const QDateTime &now)
{
    const auto start = answer.windowStart.toMSecsSinceEpoch();
    const auto end = std::min(answer.windowEnd, now).toMSecsSinceEpoch();
    auto rows = m_database.run(u"SELECT p.account_id, p.start_at, p.end_at FROM piece p%1 "
                               "ORDER BY p.account_id, p.start_at"_s.arg(where(answer.query)));
    if (!rows)
        return fail(rows.error());
    QMap<qint64, std::pair<qint64, qint64>> covered; // by account: sum, and until when
    while (rows->next()) {
        auto &[sum, until] = covered[rows->value(0).toLongLong()];
        const auto from = std::max({start, until, rows->value(1).toLongLong()});
        const auto to = std::min(end, rows->value(2).toLongLong());
        sum += std::max<qint64>(0, to - from);
        until = std::max(until, to);
    }
    if (covered.isEmpty() || end <= start)
        return Done{};
    double shares = 0;
    for (const auto &[sum, until] : std::as_const(covered))
        shares += static_cast<double>(sum) / static_cast<double>(end - start);
    answer.covered = shares / static_cast<double>(covered.size());
    return Done{};
}

} // namespace tollkeeper
