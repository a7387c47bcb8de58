// SPDX-License-Identifier: GPL-3.0-or-later
#include "playground/run_record.h"

#include "storage/account_repository.h"
#include "storage/piece_repository.h"
#include "storage/playground_mark_repository.h"
#include "storage/request_repository.h"
#include "storage/storage.h"

namespace tollkeeper {
namespace {

Outcome storeIn(Database &database, const RequestBatch &batch, const QList<RequestFacts> &rows)
{
    ChangedStretch changed;
    if (auto stored = RequestRepository(database).store(batch, rows, changed); !stored)
        return fail(stored.error());
    QStringList ids;
    for (const auto &row : rows)
        ids.append(row.requestId);
    if (auto marked = PlaygroundMarkRepository(database).mark(batch.account, ids); !marked)
        return fail(marked.error());
    const auto zone = AccountRepository(database).zone();
    if (!zone)
        return fail(zone.error());
    return PieceRepository(database, batch.account).recompute(changed, *zone, batch.fetchedAt);
}

} // namespace

QFuture<Outcome> storeRunRows(
    Storage &storage, AccountId account, QList<RequestFacts> rows, QString origin, QDateTime at)
{
    const RequestBatch batch{account, RowSource::Playground, origin, at, {}};
    return storage.write([batch, rows](Database &database) {
        return database.inTransaction([&] { return storeIn(database, batch, rows); });
    });
}

} // namespace tollkeeper
