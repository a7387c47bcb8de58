// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/crash_point.h"
#include "storage/account_repository.h"
#include "storage/piece_repository.h"
#include "storage/request_repository.h"
#include "storage/request_rollup.h"

#include <algorithm>

using namespace Qt::Literals::StringLiterals;

// The part of RequestRepository that brings what is worked out from rows up to date.
namespace tollkeeper {
namespace {

constexpr qint64 DayMs = 86'400'000;
constexpr qint64 RowsAtOnce = 200'000; // keeps the memory of a rebuild flat

struct StaleStretch {
    qint64 id = 0;
    AccountId account;
    TimeSegment stretch;
};

Result<std::optional<StaleStretch>> oldest(Database &database)
{
    auto row
        = database.run(u"SELECT id, account_id, start_at, end_at FROM stale_stretch ORDER BY id LIMIT 1"_s);
    if (!row)
        return fail(row.error());
    if (!row->next())
        return std::optional<StaleStretch>();
    return std::optional(StaleStretch{row->value(0).toLongLong(), AccountId(row->value(1).toLongLong()),
        {row->value(2).toLongLong(), row->value(3).toLongLong()}});
}

//! What is left of the stretch stays stale; stretches that lie in what was settled go with it.
Outcome shorten(Database &database, const StaleStretch &stale, qint64 settledUntil)
{
    if (auto removed = database.execute(
            uR"(DELETE FROM stale_stretch WHERE account_id = :account AND start_at >= :start AND end_at <= :until)"_s,
            {{":account", stale.account.value()}, {":start", stale.stretch.start}, {":until", settledUntil}});
        !removed)
        return removed;
    return database.execute(u"UPDATE stale_stretch SET start_at = :until WHERE id = :id"_s,
        {{":until", settledUntil}, {":id", stale.id}});
}

RowFigures figuresFrom(const BulkStatement &row)
{
    return {row.number(0), row.number(1), row.optionalNumber(2), row.optionalNumber(3), row.optionalNumber(4),
        row.optionalNumber(5)};
}

} // namespace

Result<bool> RequestRepository::settleOne(const QDateTime &now, int days)
{
    return m_database.inTransaction([&]() -> Result<bool> {
        const auto stale = oldest(m_database);
        const auto zone = AccountRepository(m_database).zone();
        if (!stale || !zone)
            return fail(!stale ? stale.error() : zone.error());
        if (!*stale)
            return false;
        const auto until = std::min((*stale)->stretch.end, (*stale)->stretch.start + days * DayMs);
        ChangedStretch changed;
        changed.include(QDateTime::fromMSecsSinceEpoch((*stale)->stretch.start, Qt::UTC),
            QDateTime::fromMSecsSinceEpoch(until, Qt::UTC));
        PieceRepository pieces(m_database, (*stale)->account);
        if (auto computed = pieces.recompute(changed, *zone, now); !computed)
            return fail(computed.error());
        crashPoint("settle_before_commit");
        if (auto done = shorten(m_database, **stale, until); !done)
            return fail(done.error());
        return true;
    });
}

Outcome RequestRepository::rebuildRollup(const QTimeZone &zone)
{
    if (auto emptied = m_database.execute(u"DELETE FROM request_rollup"_s); !emptied)
        return emptied;
    auto read = BulkStatement::prepare(m_database,
        "SELECT id >> 20, series_id, billed_nanos, byok_nanos, input_tokens, output_tokens, id FROM request "
        "WHERE id > ? ORDER BY id LIMIT ?");
    if (!read)
        return fail(read.error());
    qint64 last = -1;
    for (qint64 count = RowsAtOnce; count == RowsAtOnce;) {
        RequestRollup rollup(zone);
        count = 0;
        read->bind(1, last);
        read->bind(2, RowsAtOnce);
        auto step = read->step();
        for (; step && *step == BulkStatement::Step::Row; step = read->step(), ++count) {
            rollup.add(figuresFrom(*read));
            last = read->number(6);
        }
        read->reset();
        if (!step)
            return fail(step.error());
        if (auto written = rollup.write(m_database); !written)
            return written;
    }
    return Done{};
}

} // namespace tollkeeper
