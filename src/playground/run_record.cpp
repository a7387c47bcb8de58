// SPDX-License-Identifier: GPL-3.0-or-later
#include "playground/run_record.h"

#include "storage/account_repository.h"
#include "storage/look_up_repository.h"
#include "storage/piece_repository.h"
#include "storage/playground_mark_repository.h"
#include "storage/request_repository.h"
#include "storage/storage.h"

#include <utility>

namespace tollkeeper {
namespace {

Result<QStringList> storeIn(Database &database, const RequestBatch &batch, const QList<RequestFacts> &rows,
    const QStringList &unbilled)
{
    ChangedStretch changed;
    if (auto stored = RequestRepository(database).store(batch, rows, changed); !stored)
        return fail(stored.error());
    QStringList ids;
    for (const auto &row : rows) {
        const auto id = RequestRepository(database).keptId(batch.account, row);
        if (!id)
            return fail(id.error());
        ids.append(*id);
    }
    if (auto marked = PlaygroundMarkRepository(database).mark(batch.account, ids); !marked)
        return fail(marked.error());
    if (auto wanted = LookUpRepository(database).add(batch.account, unbilled, batch.fetchedAt); !wanted)
        return fail(wanted.error());
    const auto zone = AccountRepository(database).zone();
    if (!zone)
        return fail(zone.error());
    if (auto done = PieceRepository(database, batch.account).recompute(changed, *zone, batch.fetchedAt);
        !done)
        return fail(done.error());
    return ids;
}

} // namespace

QFuture<Result<QStringList>> storeRunRows(Storage &storage, AccountId account, QList<RequestFacts> rows,
    QString origin, QDateTime at, QStringList unbilled)
{
    const RequestBatch batch{account, RowSource::Playground, std::move(origin), std::move(at), {}};
    return storage.write([batch, rows = std::move(rows), unbilled = std::move(unbilled)](Database &database) {
        return database.inTransaction([&] { return storeIn(database, batch, rows, unbilled); });
    });
}

} // namespace tollkeeper
