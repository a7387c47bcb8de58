// SPDX-License-Identifier: GPL-3.0-or-later
#include "storage/limit_repository.h"

using namespace Qt::Literals::StringLiterals;

namespace tollkeeper {
namespace {

QVariant nanosColumn(const std::optional<Money> &money)
{
    return money ? QVariant(money->nanos()) : QVariant();
}

std::optional<Money> moneyFrom(const QVariant &column, Currency currency)
{
    return column.isNull() ? std::nullopt : std::optional(Money::fromNanos(column.toLongLong(), currency));
}

Currency currencyOf(const LimitFacts &limit)
{
    if (limit.limit)
        return limit.limit->currency();
    return limit.used ? limit.used->currency() : Currency();
}

} // namespace

Outcome LimitRepository::replace(AccountId account, const QList<LimitFacts> &limits,
    const QHash<QString, qint64> &keys, const QDateTime &at)
{
    if (auto removed = m_database.execute(
            u"DELETE FROM gateway_limit WHERE account_id = :account"_s, {{":account", account.value()}});
        !removed)
        return removed;
    for (const auto &limit : limits) {
        const auto key = keys.value(limit.remoteKeyId, 0);
        if (key == 0 && !limit.remoteKeyId.isEmpty())
            continue;
        if (auto added = m_database.execute(
                uR"(INSERT OR REPLACE INTO gateway_limit (account_id, key_id, kind, name, currency, limit_nanos,
                        used_nanos, limit_count, used_count, reset, resets_at, fetched_at)
                    VALUES (:account, :key, :kind, :name, :currency, :limit, :used, :limitCount, :usedCount, :reset,
                        :resets, :at))"_s,
                {{":account", account.value()}, {":key", key}, {":kind", static_cast<int>(limit.kind)},
                    {":name", limit.name}, {":currency", currencyOf(limit).code()},
                    {":limit", nanosColumn(limit.limit)}, {":used", nanosColumn(limit.used)},
                    {":limitCount", toColumn(limit.limitCount)}, {":usedCount", toColumn(limit.usedCount)},
                    {":reset", limit.reset}, {":resets", toColumn(limit.resetsAt)}, {":at", toColumn(at)}});
            !added)
            return added;
    }
    return Done{};
}

Result<QList<LimitFacts>> LimitRepository::of(AccountId account)
{
    auto rows = m_database.run(
        uR"(SELECT l.kind, k.remote_id, l.name, l.currency, l.limit_nanos, l.used_nanos, l.limit_count, l.used_count,
                l.reset, l.resets_at
            FROM gateway_limit l LEFT JOIN api_key k ON k.id = l.key_id
            WHERE l.account_id = :account ORDER BY l.key_id, l.kind, l.name)"_s,
        {{":account", account.value()}});
    if (!rows)
        return fail(rows.error());
    QList<LimitFacts> limits;
    while (rows->next()) {
        const auto currency = Currency::fromCode(rows->value(3).toString()).value_or(Currency());
        LimitFacts limit;
        limit.kind = static_cast<LimitFacts::Kind>(rows->value(0).toInt());
        limit.remoteKeyId = rows->value(1).toString();
        limit.name = rows->value(2).toString();
        limit.limit = moneyFrom(rows->value(4), currency);
        limit.used = moneyFrom(rows->value(5), currency);
        limit.limitCount = optionalCountFrom(rows->value(6));
        limit.usedCount = optionalCountFrom(rows->value(7));
        limit.reset = rows->value(8).toString();
        limit.resetsAt = optionalMomentFrom(rows->value(9));
        limits.append(limit);
    }
    return limits;
}

} // namespace tollkeeper
