// SPDX-License-Identifier: GPL-3.0-or-later
#include "storage/zone_change.h"

#include "base/id.h"
#include "storage/piece_repository.h"
#include "storage/request_id.h"
#include "storage/request_repository.h"

#include <algorithm>

namespace tollkeeper {
namespace {

constexpr qint64 DaysAtOnce = 31; // keeps memory flat over years of history

//! From the first to the last moment anything is known of an account.
Result<std::optional<ChangedStretch>> historyOf(Database &database, AccountId account)
{
    auto row = database.run(
        QStringLiteral(
            "SELECT MIN(first_at), MAX(last_at) FROM ("
            "SELECT MIN(start_at) AS first_at, MAX(end_at) AS last_at FROM slice WHERE account_id = :account "
            "UNION ALL SELECT MIN(id >> 20), MAX(id >> 20) + 1 FROM request WHERE account_id = :account "
            "UNION ALL SELECT MIN(start_at), MAX(end_at) FROM whole_interval WHERE account_id = :account)"),
        {{":account", account.value()}});
    if (!row || !row->next())
        return fail(row ? Error{.kind = Error::Kind::Storage} : row.error());
    if (row->value(0).isNull())
        return std::optional<ChangedStretch>();
    ChangedStretch stretch;
    stretch.include(momentFrom(row->value(0)), momentFrom(row->value(1)));
    return std::optional(stretch);
}

Outcome recomputeAll(Database &database, AccountId account, const QTimeZone &zone, const QDateTime &now)
{
    const auto history = historyOf(database, account);
    if (!history)
        return fail(history.error());
    if (!*history)
        return Done{};
    for (auto from = (*history)->start; from < (*history)->end; from = from.addDays(DaysAtOnce)) {
        ChangedStretch part;
        part.include(from, std::min(from.addDays(DaysAtOnce), (*history)->end));
        if (auto done = PieceRepository(database, account).recompute(part, zone, now); !done)
            return done;
    }
    return Done{};
}

Outcome change(Database &database, const QTimeZone &zone, const QDateTime &now)
{
    if (auto set = database.execute(QStringLiteral("INSERT INTO workspace (id, zone) VALUES (1, :zone) "
                                                   "ON CONFLICT (id) DO UPDATE SET zone = excluded.zone"),
            {{":zone", QString::fromLatin1(zone.id())}});
        !set)
        return set;
    if (auto rebuilt = RequestRepository(database).rebuildRollup(zone); !rebuilt)
        return rebuilt;
    // Pieces of the old zone may reach across the edges of the new one's days.
    for (const auto &table : {QStringLiteral("share"), QStringLiteral("piece")}) {
        if (auto emptied = database.execute(QStringLiteral("DELETE FROM ") + table); !emptied)
            return emptied;
    }
    auto accounts = database.run(QStringLiteral("SELECT id FROM account"));
    if (!accounts)
        return fail(accounts.error());
    while (accounts->next()) {
        if (auto done = recomputeAll(database, AccountId(accounts->value(0).toLongLong()), zone, now); !done)
            return done;
    }
    return Done{};
}

} // namespace

Outcome changeZone(Database &database, const QTimeZone &zone, const QDateTime &now)
{
    if (!zone.isValid())
        return fail(Error::Kind::InvalidInput, QStringLiteral("time zone"));
    return database.inTransaction([&] { return change(database, zone, now); });
}

} // namespace tollkeeper
