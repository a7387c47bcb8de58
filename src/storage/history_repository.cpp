// SPDX-License-Identifier: GPL-3.0-or-later
#include "storage/history_repository.h"

using namespace Qt::Literals::StringLiterals;

namespace tollkeeper {
namespace {

QString textOf(HistoryState state)
{
    switch (state) {
    case HistoryState::Running:
        return u"running"_s;
    case HistoryState::Paused:
        return u"paused"_s;
    case HistoryState::Done:
        break;
    }
    return u"done"_s;
}

HistoryState stateFrom(const QString &text)
{
    if (text == u"running")
        return HistoryState::Running;
    return text == u"paused" ? HistoryState::Paused : HistoryState::Done;
}

} // namespace

Outcome HistoryRepository::begin(AccountId account, const QDateTime &at)
{
    return m_database.execute(
        uR"(INSERT INTO history (account_id, cursor, done, total, state, started_at, updated_at)
            VALUES (:account, x'', 0, 0, 'running', :at, :at)
            ON CONFLICT (account_id) DO UPDATE SET cursor = x'', done = 0, total = 0, state = 'running',
                started_at = excluded.started_at, updated_at = excluded.updated_at
            WHERE state <> 'paused')"_s,
        {{":account", account.value()}, {":at", toColumn(at)}});
}

//! A pause that came while the page was on its way stays.
Outcome HistoryRepository::advance(const AccountHistory &reached)
{
    return m_database.execute(
        uR"(UPDATE history SET cursor = :cursor, done = :done, total = :total, updated_at = :at,
                state = CASE WHEN :ended THEN 'done' ELSE state END
            WHERE account_id = :account)"_s,
        {{":cursor", reached.cursor.isEmpty() ? QByteArray("") : reached.cursor}, {":done", reached.done},
            {":total", reached.total}, {":at", toColumn(reached.updatedAt)},
            {":ended", reached.state == HistoryState::Done}, {":account", reached.account.value()}});
}

Outcome HistoryRepository::setState(AccountId account, HistoryState state)
{
    return m_database.execute(u"UPDATE history SET state = :state WHERE account_id = :account"_s,
        {{":state", textOf(state)}, {":account", account.value()}});
}

Result<std::optional<AccountHistory>> HistoryRepository::of(AccountId account)
{
    const auto found = select(u"AND h.account_id = :account"_s, account);
    if (!found)
        return fail(found.error());
    return found->isEmpty() ? std::nullopt : std::optional(found->constFirst());
}

Result<QList<AccountHistory>> HistoryRepository::all()
{
    return select(u"AND :account = 0"_s, {});
}

Result<QList<AccountHistory>> HistoryRepository::select(const QString &condition, AccountId account)
{
    auto rows = m_database.run(
        uR"(SELECT h.account_id, h.state, h.cursor, h.done, h.total, h.started_at, h.updated_at
            FROM history h JOIN account a ON a.id = h.account_id
            WHERE a.removed_at IS NULL %1 ORDER BY h.account_id)"_s.arg(condition),
        {{":account", account.value()}});
    if (!rows)
        return fail(rows.error());
    QList<AccountHistory> histories;
    while (rows->next()) {
        histories.append({AccountId(rows->value(0).toLongLong()), stateFrom(rows->value(1).toString()),
            rows->value(2).toByteArray(), rows->value(3).toInt(), rows->value(4).toInt(),
            momentFrom(rows->value(5)), momentFrom(rows->value(6))});
    }
    return histories;
}

} // namespace tollkeeper
