// SPDX-License-Identifier: GPL-3.0-or-later
#include "storage/request_repository.h"

#include "base/crash_point.h"
#include "storage/account_repository.h"
#include "storage/request_id.h"
#include "storage/request_matches.h"
#include "storage/request_writer.h"

#include <algorithm>

using namespace Qt::Literals::StringLiterals;

namespace tollkeeper {

StoredRows &StoredRows::operator+=(const StoredRows &other)
{
    added += other.added;
    replaced += other.replaced;
    same += other.same;
    rejected += other.rejected;
    return *this;
}

Result<std::pair<StoredRows, QList<TimeSegment>>> RequestRepository::write(
    const RequestBatch &batch, const QList<RequestFacts> &rows)
{
    const auto zone = AccountRepository(m_database).zone();
    if (!zone)
        return fail(zone.error());
    if (batch.source != RowSource::FileImport) {
        if (auto given = RequestMatches(m_database, batch.account).giveIds(rows); !given)
            return fail(given.error());
    }
    auto writer = RequestWriter::open(m_database, batch, *zone);
    if (!writer)
        return fail(writer.error());
    const auto stored = writer->write(rows);
    if (!stored)
        return fail(stored.error());
    crashPoint("rows_before_commit");
    return std::pair(*stored, writer->touched());
}

Result<StoredRows> RequestRepository::store(const RequestBatch &batch, const QList<RequestFacts> &rows)
{
    const auto written = write(batch, rows);
    if (!written)
        return fail(written.error());
    if (auto marked = markStale(batch.account, written->second); !marked)
        return fail(marked.error());
    return written->first;
}

Result<StoredRows> RequestRepository::store(
    const RequestBatch &batch, const QList<RequestFacts> &rows, ChangedStretch &changed)
{
    const auto written = write(batch, rows);
    if (!written)
        return fail(written.error());
    for (const auto &segment : written->second)
        changed.include(QDateTime::fromMSecsSinceEpoch(segment.start, Qt::UTC),
            QDateTime::fromMSecsSinceEpoch(segment.end, Qt::UTC));
    return written->first;
}

Result<QString> RequestRepository::keptId(AccountId account, const RequestFacts &row)
{
    const auto separate = requestid::separate(row.requestId, row.startedAt);
    const auto known = m_database.value(
        u"SELECT EXISTS(SELECT 1 FROM request WHERE account_id = :account AND request_id = :id)"_s,
        {{":account", account.value()}, {":id", separate}});
    if (!known)
        return fail(known.error());
    return known->toBool() ? separate : row.requestId;
}

//! Adjacent segments become one stretch; what is stale already is not marked again.
Outcome RequestRepository::markStale(AccountId account, const QList<TimeSegment> &segments)
{
    QList<TimeSegment> stretches;
    for (const auto &segment : segments) {
        if (!stretches.isEmpty() && stretches.constLast().end == segment.start)
            stretches.last().end = segment.end;
        else
            stretches.append(segment);
    }
    for (const auto &stretch : std::as_const(stretches)) {
        if (auto marked = m_database.execute(
                uR"(INSERT INTO stale_stretch (account_id, start_at, end_at) SELECT :account, :start, :end
                    WHERE NOT EXISTS (SELECT 1 FROM stale_stretch
                        WHERE account_id = :account AND start_at <= :start AND end_at >= :end))"_s,
                {{":account", account.value()}, {":start", stretch.start}, {":end", stretch.end}});
            !marked)
            return marked;
    }
    return Done{};
}

Result<qint64> RequestRepository::known(AccountId account, const QStringList &requestIds)
{
    auto find
        = BulkStatement::prepare(m_database, "SELECT 1 FROM request WHERE request_id = ? AND account_id = ?");
    if (!find)
        return fail(find.error());
    qint64 count = 0;
    for (const auto &id : requestIds) {
        find->bindText(1, id);
        find->bind(2, account.value());
        const auto step = find->step();
        find->reset();
        if (!step)
            return fail(step.error());
        count += *step == BulkStatement::Step::Row ? 1 : 0;
    }
    return count;
}

Result<std::optional<QDateTime>> RequestRepository::wholeUntil(AccountId account)
{
    const auto end = m_database.value(u"SELECT MAX(end_at) FROM whole_interval WHERE account_id = :account"_s,
        {{":account", account.value()}});
    if (!end)
        return fail(end.error());
    return optionalMomentFrom(*end);
}

//! Joins what overlaps or touches, so that the intervals of an account stay apart.
Outcome RequestRepository::joinWhole(AccountId account, const TimeSegment &interval)
{
    auto joined = m_database.run(uR"(SELECT MIN(start_at), MAX(end_at) FROM whole_interval
            WHERE account_id = :account AND start_at <= :end AND end_at >= :start)"_s,
        {{":account", account.value()}, {":start", interval.start}, {":end", interval.end}});
    if (!joined || !joined->next())
        return fail(joined ? Error{.kind = Error::Kind::Storage} : joined.error());
    const bool isAlone = joined->value(0).isNull();
    const auto start = isAlone ? interval.start : std::min(interval.start, joined->value(0).toLongLong());
    const auto end = isAlone ? interval.end : std::max(interval.end, joined->value(1).toLongLong());
    if (auto removed = m_database.execute(
            uR"(DELETE FROM whole_interval WHERE account_id = :account AND start_at <= :end AND end_at >= :start)"_s,
            {{":account", account.value()}, {":start", start}, {":end", end}});
        !removed)
        return removed;
    return m_database.execute(
        u"INSERT INTO whole_interval (account_id, start_at, end_at) VALUES (:account, :start, :end)"_s,
        {{":account", account.value()}, {":start", start}, {":end", end}});
}

Outcome RequestRepository::markWhole(AccountId account, const WholeInterval &interval)
{
    const TimeSegment segment{interval.start.toMSecsSinceEpoch(), interval.end.toMSecsSinceEpoch()};
    if (auto joined = joinWhole(account, segment); !joined)
        return joined;
    return markStale(account, {segment});
}

Outcome RequestRepository::markWhole(
    AccountId account, const WholeInterval &interval, ChangedStretch &changed)
{
    const auto known = m_database.value(
        uR"(SELECT end_at FROM whole_interval WHERE account_id = :account AND start_at <= :start AND end_at >= :start)"_s,
        {{":account", account.value()}, {":start", toColumn(interval.start)}});
    if (!known)
        return fail(known.error());
    const auto fresh = known->isNull() ? interval.start : std::max(interval.start, momentFrom(*known));
    if (fresh < interval.end)
        changed.include(fresh, interval.end);
    return joinWhole(account, {interval.start.toMSecsSinceEpoch(), interval.end.toMSecsSinceEpoch()});
}

} // namespace tollkeeper
