// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "benchmarks/generated_rows.h"
#include "storage/bulk_statement.h"
#include "storage/request_id.h"

#include <QElapsedTimer>

namespace benchmark {

inline const QDateTime End(QDate(2026, 6, 18), QTime(14, 32), Qt::UTC);
constexpr int BatchSize = 10'000; // as imports do

inline QList<tollkeeper::RequestFacts> batchFrom(GeneratedRows &rows)
{
    QList<tollkeeper::RequestFacts> batch;
    while (!rows.atEnd() && batch.size() < BatchSize)
        batch.append(rows.next());
    return batch;
}

//! The floor of storing, in rows per second: the same table with its index, one bare statement a row, no
//! roll-up, no look at what is known.
inline double bareRate(tollkeeper::Database &database, qint64 count)
{
    using namespace tollkeeper;
    auto insert = BulkStatement::prepare(database,
        "INSERT INTO request (id, account_id, request_id, series_id, batch_id, input_tokens, output_tokens, "
        "billed_nanos, byok_nanos, first_byte_ms, total_ms, detail) VALUES (?, ?, ?, ?, 1, ?, ?, ?, NULL, ?, "
        "?, NULL)");
    GeneratedRows rows(count, End);
    double seconds = 0;
    while (!rows.atEnd()) {
        const auto batch = batchFrom(rows);
        QElapsedTimer timer;
        timer.start();
        (void)database.execute(QStringLiteral("BEGIN IMMEDIATE"));
        for (const auto &row : batch) {
            insert->bind(1, requestid::first(row.startedAt, row.requestId));
            insert->bind(2, qint64(1));
            insert->bindText(3, row.requestId);
            insert->bind(4, qint64(row.provider.size() * 31 + row.requestedModel.size()));
            insert->bind(5, row.inputTokens);
            insert->bind(6, row.outputTokens);
            insert->bind(7, row.cost->billed.nanos());
            insert->bind(8, row.firstByteMs);
            insert->bind(9, row.totalMs);
            (void)insert->step();
            insert->reset();
        }
        (void)database.execute(QStringLiteral("COMMIT"));
        seconds += double(timer.nsecsElapsed()) / 1e9;
    }
    return double(count) / seconds;
}

} // namespace benchmark
