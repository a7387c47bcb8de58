// SPDX-License-Identifier: GPL-3.0-or-later
#include "storage/key_repository.h"

#include "storage/key_event_repository.h"
#include "storage/key_row.h"

#include <QDateTime>
#include <QRegularExpression>
#include <QSet>

using namespace Qt::Literals::StringLiterals;

namespace tollkeeper {
namespace {

constexpr auto TagSeparator = u'\n'; // a tag is one line

QVariant nanosColumn(const std::optional<Money> &money)
{
    return money ? QVariant(money->nanos()) : QVariant();
}

//! A key that only a figure or a row names: by that name, or by the start of a hash.
KeyFacts nameless(const QString &remoteId)
{
    static const QRegularExpression hash(u"^[0-9a-f]{16,}$"_s);
    return {remoteId, hash.match(remoteId).hasMatch() ? remoteId.left(12) : remoteId, {}, false, {}, {}};
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

Result<qint64> KeyRepository::upsert(
    AccountId account, const KeyFacts &facts, const QDateTime &at, KeyEvent::Origin origin)
{
    const auto known = byRemoteId(account, facts.remoteId);
    if (!known)
        return fail(known.error());
    const auto &cap = facts.cap;
    auto row = m_database.run(
        uR"(INSERT INTO api_key (account_id, remote_id, name, masked, is_disabled, cap_nanos, cap_used_nanos,
                cap_currency, cap_reset, expires_at, first_seen_at, last_seen_at, created_at, last_used_at, counts_byok,
                allowed_models, allowed_addresses, denied_addresses, remote_group)
            VALUES (:account, :remote,
                COALESCE(NULLIF(:name, ''), (SELECT name FROM account WHERE id = :account)), :masked, :disabled, :cap,
                :used, :currency, :reset, :expires, :at, :at, :created, :lastUsed, :byok, :models, :allowed, :denied,
                :group)
            ON CONFLICT (account_id, remote_id) DO UPDATE SET name = excluded.name, masked = excluded.masked,
                is_disabled = excluded.is_disabled, cap_nanos = excluded.cap_nanos,
                cap_used_nanos = excluded.cap_used_nanos, cap_currency = excluded.cap_currency,
                cap_reset = excluded.cap_reset, expires_at = excluded.expires_at,
                last_seen_at = excluded.last_seen_at, gone_at = NULL,
                created_at = COALESCE(excluded.created_at, created_at),
                last_used_at = COALESCE(excluded.last_used_at, last_used_at),
                counts_byok = COALESCE(excluded.counts_byok, counts_byok),
                allowed_models = COALESCE(excluded.allowed_models, allowed_models),
                allowed_addresses = COALESCE(excluded.allowed_addresses, allowed_addresses),
                denied_addresses = COALESCE(excluded.denied_addresses, denied_addresses),
                remote_group = COALESCE(NULLIF(excluded.remote_group, ''), remote_group)
            RETURNING id)"_s,
        {{":account", account.value()}, {":remote", facts.remoteId}, {":name", facts.name},
            {":masked", facts.masked}, {":disabled", facts.isDisabled},
            {":cap", nanosColumn(cap ? std::optional(cap->limit) : std::nullopt)},
            {":used", nanosColumn(cap ? cap->used : std::nullopt)},
            {":currency", cap ? QVariant(cap->limit.currency().code()) : QVariant()},
            {":reset", cap ? QVariant(cap->reset) : QVariant()}, {":expires", toColumn(facts.expiresAt)},
            {":at", toColumn(at)}, {":created", toColumn(facts.createdAt)},
            {":lastUsed", toColumn(facts.lastUsedAt)},
            {":byok", facts.countsByok ? QVariant(*facts.countsByok) : QVariant()},
            {":models", listColumn(facts.allowedModels)}, {":allowed", listColumn(facts.allowedAddresses)},
            {":denied", listColumn(facts.deniedAddresses)}, {":group", facts.remoteGroup}});
    if (!row)
        return fail(row.error());
    const auto id = row->next() ? row->value(0).toLongLong() : 0;
    if (auto recorded = record(*known, id, origin, at); !recorded)
        return fail(recorded.error());
    return id;
}

//! The history of a key: that it was first seen, or what is told differently now.
Outcome KeyRepository::record(
    const std::optional<ApiKey> &known, qint64 id, KeyEvent::Origin origin, const QDateTime &at)
{
    KeyEventRepository events(m_database);
    if (!known) {
        const auto what
            = origin == KeyEvent::Origin::Here ? KeyEvent::What::Created : KeyEvent::What::FirstSeen;
        return events.add(KeyId(id), {what, origin, at, {}, {}});
    }
    const auto told = byId(KeyId(id));
    if (!told)
        return fail(told.error());
    for (const auto &event : differences(*known, *told, origin, at)) {
        if (auto added = events.add(KeyId(id), event); !added)
            return added;
    }
    return Done{};
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
        if (auto gone = markGone(KeyId(key.value()), KeyEvent::Origin::Gateway, at); !gone)
            return fail(gone.error());
    }
    return ids;
}

Result<QList<ApiKey>> KeyRepository::all()
{
    return where(u"a.removed_at IS NULL"_s, {});
}

Result<ApiKey> KeyRepository::byId(KeyId key)
{
    const auto found = where(u"k.id = :id"_s, {{":id", key.value()}});
    if (!found)
        return fail(found.error());
    return found->isEmpty() ? Result<ApiKey>(fail(Error::Kind::NotFound, u"key"_s))
                            : Result<ApiKey>(found->constFirst());
}

Result<std::optional<ApiKey>> KeyRepository::byRemoteId(AccountId account, const QString &remoteId)
{
    const auto found = where(u"k.account_id = :account AND k.remote_id = :remote"_s,
        {{":account", account.value()}, {":remote", remoteId}});
    if (!found)
        return fail(found.error());
    return found->isEmpty() ? std::optional<ApiKey>() : std::optional<ApiKey>(found->constFirst());
}

Result<QList<ApiKey>> KeyRepository::where(
    const QString &condition, std::initializer_list<Database::Binding> bindings)
{
    auto rows = m_database.run(u"SELECT "_s + KeyColumns
            + u" FROM api_key k JOIN account a ON a.id = k.account_id WHERE "_s + condition
            + u" ORDER BY k.id"_s,
        bindings);
    if (!rows)
        return fail(rows.error());
    QList<ApiKey> keys;
    while (rows->next())
        keys.append(keyFrom(*rows));
    for (auto &key : keys) {
        const auto labels = labelsOf(key.id);
        if (!labels)
            return fail(labels.error());
        key.labels = *labels;
    }
    return keys;
}

Result<KeyId> KeyRepository::apply(AccountId account, const KeyFacts &facts, const QDateTime &at)
{
    const auto id = upsert(account, facts, at, KeyEvent::Origin::Here);
    return id ? Result<KeyId>(KeyId(*id)) : fail(id.error());
}

Outcome KeyRepository::markGone(KeyId key, KeyEvent::Origin origin, const QDateTime &at)
{
    auto marked = m_database.run(u"UPDATE api_key SET gone_at = :at WHERE id = :id AND gone_at IS NULL"_s,
        {{":at", toColumn(at)}, {":id", key.value()}});
    if (!marked)
        return fail(marked.error());
    if (marked->numRowsAffected() == 0)
        return Done{};
    const auto what = origin == KeyEvent::Origin::Here ? KeyEvent::What::Deleted : KeyEvent::What::Gone;
    return KeyEventRepository(m_database).add(key, {what, origin, at, {}, {}});
}

Outcome KeyRepository::setSecret(
    KeyId key, const QString &name, const QString &masked, const QString &fingerprint)
{
    return m_database.execute(uR"(UPDATE api_key SET secret_name = :name, secret_masked = :masked,
                                  secret_fingerprint = :fingerprint WHERE id = :id)"_s,
        {{":name", name}, {":masked", masked}, {":fingerprint", fingerprint}, {":id", key.value()}});
}

Outcome KeyRepository::setRemoteId(KeyId key, const QString &remoteId)
{
    return m_database.execute(u"UPDATE api_key SET remote_id = :remote WHERE id = :id"_s,
        {{":remote", remoteId}, {":id", key.value()}});
}

Outcome KeyRepository::setRotationDays(KeyId key, std::optional<int> days)
{
    return m_database.execute(u"UPDATE api_key SET rotation_days = :days WHERE id = :id"_s,
        {{":days", days ? QVariant(*days) : QVariant()}, {":id", key.value()}});
}

Outcome KeyRepository::setReplaces(KeyId key, KeyId replaced)
{
    return m_database.execute(u"UPDATE api_key SET replaces_id = :replaced WHERE id = :id"_s,
        {{":replaced", replaced.value()}, {":id", key.value()}});
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
