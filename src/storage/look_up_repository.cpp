// SPDX-License-Identifier: GPL-3.0-or-later
#include "storage/look_up_repository.h"

using namespace Qt::Literals::StringLiterals;

namespace tollkeeper {
namespace {

constexpr auto Waiting
    = "FROM generation_look_up g JOIN account a ON a.id = g.account_id WHERE a.removed_at IS NULL AND g.gave_up = 0"_L1;

} // namespace

Outcome LookUpRepository::add(AccountId account, const QStringList &requestIds, const QDateTime &at)
{
    for (const auto &id : requestIds) {
        if (auto added = m_database.execute(
                uR"(INSERT INTO generation_look_up (account_id, request_id, tries, next_at, gave_up)
                    VALUES (:account, :id, 0, :at, 0)
                    ON CONFLICT (account_id, request_id) DO UPDATE SET tries = 0, next_at = excluded.next_at,
                        gave_up = 0 WHERE gave_up = 1)"_s,
                {{":account", account.value()}, {":id", id}, {":at", toColumn(at)}});
            !added)
            return added;
    }
    return Done{};
}

Result<QList<LookUp>> LookUpRepository::due(const QDateTime &now, int most, std::optional<AccountId> only)
{
    auto rows = m_database.run(
        uR"(SELECT g.account_id, g.request_id, g.tries, g.next_at %1 AND g.next_at <= :now
            AND (:only IS NULL OR g.account_id = :only) ORDER BY g.next_at, g.request_id LIMIT :most)"_s.arg(
            Waiting),
        {{":now", toColumn(now)}, {":most", most}, {":only", only ? QVariant(only->value()) : QVariant()}});
    if (!rows)
        return fail(rows.error());
    QList<LookUp> lookUps;
    while (rows->next()) {
        lookUps.append({AccountId(rows->value(0).toLongLong()), rows->value(1).toString(),
            rows->value(2).toInt(), momentFrom(rows->value(3))});
    }
    return lookUps;
}

Result<std::optional<QDateTime>> LookUpRepository::nextAt()
{
    const auto next = m_database.value(u"SELECT MIN(g.next_at) %1"_s.arg(Waiting));
    if (!next)
        return fail(next.error());
    return optionalMomentFrom(*next);
}

Outcome LookUpRepository::postpone(const LookUp &lookUp)
{
    return m_database.execute(uR"(UPDATE generation_look_up SET tries = :tries, next_at = :next
                                  WHERE account_id = :account AND request_id = :id)"_s,
        {{":tries", lookUp.tries}, {":next", toColumn(lookUp.nextAt)}, {":account", lookUp.account.value()},
            {":id", lookUp.requestId}});
}

Outcome LookUpRepository::postponeAll(AccountId account, const QDateTime &until)
{
    return m_database.execute(
        u"UPDATE generation_look_up SET next_at = MAX(next_at, :until) WHERE account_id = :account"_s,
        {{":until", toColumn(until)}, {":account", account.value()}});
}

Outcome LookUpRepository::giveUp(AccountId account, const QString &requestId)
{
    return m_database.execute(
        u"UPDATE generation_look_up SET gave_up = 1 WHERE account_id = :account AND request_id = :id"_s,
        {{":account", account.value()}, {":id", requestId}});
}

Outcome LookUpRepository::remove(AccountId account, const QString &requestId)
{
    return m_database.execute(
        u"DELETE FROM generation_look_up WHERE account_id = :account AND request_id = :id"_s,
        {{":account", account.value()}, {":id", requestId}});
}

} // namespace tollkeeper
