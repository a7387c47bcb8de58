// SPDX-License-Identifier: GPL-3.0-or-later
#include "storage/key_repository.h"

#include <QDateTime>
#include <QSet>

using namespace Qt::Literals::StringLiterals;

namespace tollkeeper {
namespace {

constexpr auto TagSeparator = u'\n'; // a tag is one line

std::optional<Cap> capFrom(const QSqlQuery &row, int first)
{
    if (row.value(first).isNull())
        return std::nullopt;
    const auto currency = Currency::fromCode(row.value(first + 2).toString()).value_or(Currency());
    Cap cap{Money::fromNanos(row.value(first).toLongLong(), currency), {}, row.value(first + 3).toString()};
    if (!row.value(first + 1).isNull())
        cap.used = Money::fromNanos(row.value(first + 1).toLongLong(), currency);
    return cap;
}

QVariant nanosColumn(const std::optional<Money> &money)
{
    return money ? QVariant(money->nanos()) : QVariant();
}

//! A key that only a figure names.
KeyFacts nameless(const QString &remoteId)
{
    return {remoteId, remoteId.left(12), {}, false, {}, {}};
}

} // namespace

Result<qint64> KeyRepository::idOf(AccountId account, const QString &remoteId, const QDateTime &at)
{
    const auto known
        = m_database.value(u"SELECT id FROM api_key WHERE account_id = :account AND remote_id = :remote"_s,
            {{":account", account.value()}, {":remote", remoteId}});
    if (!known)
        return fail(known.error());
    return known->isValid() ? Result<qint64>(known->toLongLong()) : upsert(account, nameless(remoteId), at);
}

Result<qint64> KeyRepository::upsert(AccountId account, const KeyFacts &facts, const QDateTime &at)
{
    const auto &cap = facts.cap;
    auto row = m_database.run(
        uR"(INSERT INTO api_key (account_id, remote_id, name, masked, is_disabled, cap_nanos, cap_used_nanos,
                cap_currency, cap_reset, expires_at, first_seen_at, last_seen_at)
            VALUES (:account, :remote,
                COALESCE(NULLIF(:name, ''), (SELECT name FROM account WHERE id = :account)), :masked, :disabled, :cap, :used, :currency, :reset, :expires, :at, :at)
            ON CONFLICT (account_id, remote_id) DO UPDATE SET name = excluded.name, masked = excluded.masked,
                is_disabled = excluded.is_disabled, cap_nanos = excluded.cap_nanos,
                cap_used_nanos = excluded.cap_used_nanos, cap_currency = excluded.cap_currency,
                cap_reset = excluded.cap_reset, expires_at = excluded.expires_at,
                last_seen_at = excluded.last_seen_at, gone_at = NULL
            RETURNING id)"_s,
        {{":account", account.value()}, {":remote", facts.remoteId}, {":name", facts.name},
            {":masked", facts.masked}, {":disabled", facts.isDisabled},
            {":cap", nanosColumn(cap ? std::optional(cap->limit) : std::nullopt)},
            {":used", nanosColumn(cap ? cap->used : std::nullopt)},
            {":currency", cap ? QVariant(cap->limit.currency().code()) : QVariant()},
            {":reset", cap ? QVariant(cap->reset) : QVariant()}, {":expires", toColumn(facts.expiresAt)},
            {":at", toColumn(at)}});
    if (!row)
        return fail(row.error());
    return row->next() ? row->value(0).toLongLong() : 0;
}

Result<QHash<QString, qint64>> KeyRepository::update(
    AccountId account, const PollFacts &facts, const QDateTime &at)
{
    QHash<QString, qint64> ids;
    auto known = m_database.run(
        u"SELECT remote_id, id FROM api_key WHERE account_id = :account"_s, {{":account", account.value()}});
    if (!known)
        return fail(known.error());
    while (known->next())
        ids.insert(known->value(0).toString(), known->value(1).toLongLong());

    QSet<QString> listed;
    for (const auto &key : facts.keys) {
        const auto id = upsert(account, key, at);
        if (!id)
            return fail(id.error());
        ids.insert(key.remoteId, *id);
        listed.insert(key.remoteId);
    }
    QSet<QString> named;
    for (const auto &counter : facts.counters)
        named.insert(counter.remoteKeyId);
    for (const auto &bucket : facts.buckets)
        named.insert(bucket.remoteKeyId);
    for (const auto &remote : std::as_const(named)) {
        if (remote.isEmpty() || ids.contains(remote))
            continue;
        const auto id = upsert(account, nameless(remote), at);
        if (!id)
            return fail(id.error());
        ids.insert(remote, *id);
    }
    if (!facts.listsAllKeys)
        return ids;
    for (auto key = ids.cbegin(); key != ids.cend(); ++key) {
        if (listed.contains(key.key()))
            continue;
        if (auto gone
            = m_database.execute(u"UPDATE api_key SET gone_at = :at WHERE id = :id AND gone_at IS NULL"_s,
                {{":at", toColumn(at)}, {":id", key.value()}});
            !gone)
            return fail(gone.error());
    }
    return ids;
}

Result<QList<ApiKey>> KeyRepository::all()
{
    auto rows = m_database.run(
        uR"(SELECT k.id, k.account_id, k.remote_id, k.name, k.masked, k.is_disabled, k.cap_nanos, k.cap_used_nanos,
                k.cap_currency, k.cap_reset, k.expires_at, k.gone_at
            FROM api_key k JOIN account a ON a.id = k.account_id WHERE a.removed_at IS NULL ORDER BY k.id)"_s);
    if (!rows)
        return fail(rows.error());
    QList<ApiKey> keys;
    while (rows->next()) {
        ApiKey key;
        key.id = KeyId(rows->value(0).toLongLong());
        key.account = AccountId(rows->value(1).toLongLong());
        key.remoteId = rows->value(2).toString();
        key.name = rows->value(3).toString();
        key.masked = rows->value(4).toString();
        key.isDisabled = rows->value(5).toBool();
        key.cap = capFrom(*rows, 6);
        key.expiresAt = optionalMomentFrom(rows->value(10));
        key.goneAt = optionalMomentFrom(rows->value(11));
        keys.append(key);
    }
    for (auto &key : keys) {
        const auto labels = labelsOf(key.id);
        if (!labels)
            return fail(labels.error());
        key.labels = *labels;
    }
    return keys;
}

Result<KeyLabels> KeyRepository::labelsOf(KeyId key)
{
    auto row = m_database.run(uR"(SELECT environment, team, owner, tags FROM key_label WHERE key_id = :key
                                  ORDER BY valid_from DESC LIMIT 1)"_s,
        {{":key", key.value()}});
    if (!row)
        return fail(row.error());
    if (!row->next())
        return KeyLabels{};
    return KeyLabels{row->value(0).toString(), row->value(1).toString(), row->value(2).toString(),
        row->value(3).toString().split(TagSeparator, Qt::SkipEmptyParts)};
}

Outcome KeyRepository::label(KeyId key, const KeyLabels &labels, const QDateTime &from)
{
    const auto known
        = m_database.value(u"SELECT COUNT(*) FROM key_label WHERE key_id = :key"_s, {{":key", key.value()}});
    if (!known)
        return fail(known.error());
    const auto validFrom = known->toInt() == 0 ? QDateTime::fromMSecsSinceEpoch(0, Qt::UTC) : from;
    return m_database.execute(uR"(INSERT INTO key_label (key_id, valid_from, environment, team, owner, tags)
            VALUES (:key, :from, :environment, :team, :owner, :tags)
            ON CONFLICT (key_id, valid_from) DO UPDATE SET environment = excluded.environment,
                team = excluded.team, owner = excluded.owner, tags = excluded.tags)"_s,
        {{":key", key.value()}, {":from", toColumn(validFrom)}, {":environment", labels.environment},
            {":team", labels.team}, {":owner", labels.owner}, {":tags", labels.tags.join(TagSeparator)}});
}

} // namespace tollkeeper
