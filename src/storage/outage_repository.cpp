// SPDX-License-Identifier: GPL-3.0-or-later
#include "storage/outage_repository.h"

#include <algorithm>

using namespace Qt::Literals::StringLiterals;

namespace tollkeeper {
namespace {

//! How many polls had failed by a moment inside it: as if they had come evenly.
int pollsBy(const QDateTime &now, const Outage &outage)
{
    const auto whole = outage.beganAt.msecsTo(outage.lastTriedAt);
    if (now >= outage.lastTriedAt || whole <= 0)
        return outage.polls;
    const auto further = (outage.polls - 1) * outage.beganAt.msecsTo(now) / whole;
    return 1 + static_cast<int>(further);
}

} // namespace

//! An outage that began before this table did is recorded from the account's own memory of it.
Outcome OutageRepository::extend(AccountId account)
{
    return m_database.execute(uR"(INSERT INTO outage (account_id, began_at, ended_at, polls, state)
            SELECT id, failing_since, NULL, failures, state FROM account
            WHERE id = :account AND failing_since IS NOT NULL
            ON CONFLICT (account_id, began_at) DO UPDATE SET polls = excluded.polls, state = excluded.state,
                ended_at = NULL)"_s,
        {{":account", account.value()}});
}

Outcome OutageRepository::end(AccountId account, const QDateTime &at)
{
    return m_database.execute(
        u"UPDATE outage SET ended_at = :at WHERE account_id = :account AND ended_at IS NULL"_s,
        {{":account", account.value()}, {":at", toColumn(at)}});
}

Result<QHash<AccountId, Outage>> OutageRepository::at(const QDateTime &now)
{
    const auto outages = between(now, now.addMSecs(1));
    if (!outages)
        return fail(outages.error());
    QHash<AccountId, Outage> going;
    for (auto outage : *outages) {
        outage.polls = pollsBy(now, outage);
        going.insert(outage.account, outage);
    }
    return going;
}

Result<QList<Outage>> OutageRepository::between(const QDateTime &from, const QDateTime &until)
{
    auto rows = m_database.run(
        uR"(SELECT o.account_id, o.began_at, o.ended_at, o.polls, o.state, COALESCE(o.ended_at, a.tried_at, o.began_at)
            FROM outage o JOIN account a ON a.id = o.account_id
            WHERE a.removed_at IS NULL AND o.began_at < :until AND (o.ended_at IS NULL OR o.ended_at > :from)
            ORDER BY o.began_at, o.account_id)"_s,
        {{":from", toColumn(from)}, {":until", toColumn(until)}});
    if (!rows)
        return fail(rows.error());
    QList<Outage> outages;
    while (rows->next())
        outages.append({AccountId(rows->value(0).toLongLong()), momentFrom(rows->value(1)),
            optionalMomentFrom(rows->value(2)), rows->value(3).toInt(),
            accountStateFromText(rows->value(4).toString()), momentFrom(rows->value(5))});
    return outages;
}

} // namespace tollkeeper
