// SPDX-License-Identifier: GPL-3.0-or-later
#include "storage/ledger_repository.h"

#include "storage/names.h"

#include <QDateTime>

#include <algorithm>
#include <map>
#include <tuple>

using namespace Qt::Literals::StringLiterals;

namespace tollkeeper {
namespace {

constexpr qint64 QuarterHour = 15 * 60 * 1000; // roll-ups are in 15-minute UTC buckets
constexpr auto Columns
    = "start_at, end_at, key_id, model_id, provider_id, currency, billed_nanos, byok_nanos, requests, "
      "input_tokens, output_tokens, rank, splits_only, endpoint, fetched_at"_L1;

Slice sliceFrom(const QSqlQuery &row)
{
    Slice slice;
    slice.start = momentFrom(row.value(0));
    slice.end = momentFrom(row.value(1));
    slice.key = row.value(2).toLongLong();
    slice.model = row.value(3).toLongLong();
    slice.provider = row.value(4).toLongLong();
    const auto currency = Currency::fromCode(row.value(5).toString()).value_or(Currency());
    slice.amount = {Money::fromNanos(row.value(6).toLongLong(), currency),
        Money::fromNanos(row.value(7).toLongLong(), currency)};
    slice.requests = optionalCountFrom(row.value(8));
    slice.inputTokens = optionalCountFrom(row.value(9));
    slice.outputTokens = optionalCountFrom(row.value(10));
    slice.rank = static_cast<Rank>(row.value(11).toInt());
    slice.splitsOnly = row.value(12).toBool();
    slice.endpoint = row.value(13).toString();
    slice.fetchedAt = momentFrom(row.value(14));
    return slice;
}

qint64 quarterOf(const QDateTime &moment)
{
    return moment.toMSecsSinceEpoch() / QuarterHour;
}

//! Whether an answer says the same as what is stored. When it was fetched does not matter, nor how far a
//! running day had come when nothing was spent since.
bool saysTheSame(QList<Slice> a, QList<Slice> b)
{
    if (a.size() != b.size())
        return false;
    const auto byScope = [](const Slice &x, const Slice &y) {
        return std::tie(x.model, x.provider) < std::tie(y.model, y.provider);
    };
    std::sort(a.begin(), a.end(), byScope);
    std::sort(b.begin(), b.end(), byScope);
    for (qsizetype i = 0; i < a.size(); ++i) {
        b[i].fetchedAt = a[i].fetchedAt;
        b[i].end = a[i].end;
    }
    return a == b;
}

Rank rankOf(const BucketFacts &bucket)
{
    return bucket.remoteKeyId.isEmpty() ? Rank::AccountBucket : Rank::KeyBucket;
}

Result<Slice> sliceOf(const BucketFacts &bucket, qint64 key, const QDateTime &fetchedAt, Names &names)
{
    const auto model = names.model(bucket.model);
    const auto provider = names.provider(bucket.provider);
    if (!model || !provider)
        return fail(!model ? model.error() : provider.error());
    Slice slice;
    slice.start = bucket.start;
    slice.end = bucket.end;
    slice.key = key;
    slice.model = *model;
    slice.provider = *provider;
    slice.amount = bucket.amount;
    slice.requests = bucket.requests;
    slice.inputTokens = bucket.inputTokens;
    slice.outputTokens = bucket.outputTokens;
    slice.rank = rankOf(bucket);
    slice.splitsOnly = bucket.splitsOnly;
    slice.endpoint = bucket.endpoint;
    slice.fetchedAt = fetchedAt;
    return slice;
}

} // namespace

void ChangedStretch::include(const QDateTime &from, const QDateTime &until)
{
    start = start.isValid() ? std::min(start, from) : from;
    end = end.isValid() ? std::max(end, until) : until;
    ++rows;
}

Result<std::optional<std::pair<CounterReading, QDateTime>>> LedgerRepository::lastReading(qint64 key)
{
    auto row = m_database.run(uR"(SELECT endpoint, currency, billed_nanos, byok_nanos, read_at FROM counter
                                  WHERE account_id = :account AND key_id = :key)"_s,
        {{":account", m_account.value()}, {":key", key}});
    if (!row)
        return fail(row.error());
    if (!row->next())
        return std::optional<std::pair<CounterReading, QDateTime>>();
    const auto currency = Currency::fromCode(row->value(1).toString()).value_or(Currency());
    CounterReading reading;
    reading.endpoint = row->value(0).toString();
    reading.lifetime = {Money::fromNanos(row->value(2).toLongLong(), currency),
        Money::fromNanos(row->value(3).toLongLong(), currency)};
    return std::optional(std::pair(reading, momentFrom(row->value(4))));
}

Outcome LedgerRepository::remember(const CounterReading &reading, qint64 key, const QDateTime &readAt)
{
    return m_database.execute(
        uR"(INSERT INTO counter (account_id, key_id, endpoint, read_at, currency, billed_nanos, byok_nanos)
            VALUES (:account, :key, :endpoint, :at, :currency, :billed, :byok)
            ON CONFLICT (account_id, key_id) DO UPDATE SET endpoint = excluded.endpoint, read_at = excluded.read_at,
                currency = excluded.currency, billed_nanos = excluded.billed_nanos, byok_nanos = excluded.byok_nanos)"_s,
        {{":account", m_account.value()}, {":key", key}, {":endpoint", reading.endpoint},
            {":at", toColumn(readAt)}, {":currency", reading.lifetime.billed.currency().code()},
            {":billed", reading.lifetime.billed.nanos()}, {":byok", reading.lifetime.byok.nanos()}});
}

Outcome LedgerRepository::insert(const Slice &slice)
{
    return m_database.execute(
        uR"(INSERT INTO slice (account_id, %1) VALUES (:account, :start, :end, :key, :model, :provider, :currency, :billed,
                :byok, :requests, :input, :output, :rank, :splits, :endpoint, :fetched))"_s.arg(Columns),
        {{":account", m_account.value()}, {":start", toColumn(slice.start)}, {":end", toColumn(slice.end)},
            {":key", slice.key}, {":model", slice.model}, {":provider", slice.provider},
            {":currency", slice.amount.billed.currency().code()}, {":billed", slice.amount.billed.nanos()},
            {":byok", slice.amount.byok.nanos()}, {":requests", toColumn(slice.requests)},
            {":input", toColumn(slice.inputTokens)}, {":output", toColumn(slice.outputTokens)},
            {":rank", static_cast<int>(slice.rank)}, {":splits", slice.splitsOnly},
            {":endpoint", slice.endpoint}, {":fetched", toColumn(slice.fetchedAt)}});
}

//! Joins a difference to the one before it while both lie in the same quarter of an hour: polling more often
//! does not make more rows.
Outcome LedgerRepository::appendCounterSlice(const Slice &slice)
{
    const auto quarterStart = QDateTime::fromMSecsSinceEpoch(quarterOf(slice.start) * QuarterHour, Qt::UTC);
    auto joined = m_database.run(
        uR"(UPDATE slice SET end_at = :end, billed_nanos = billed_nanos + :billed, byok_nanos = byok_nanos + :byok,
                fetched_at = :fetched
            WHERE account_id = :account AND endpoint = :endpoint AND key_id = :key AND end_at = :start
                AND start_at >= :quarter AND currency = :currency)"_s,
        {{":end", toColumn(slice.end)}, {":billed", slice.amount.billed.nanos()},
            {":byok", slice.amount.byok.nanos()}, {":fetched", toColumn(slice.fetchedAt)},
            {":account", m_account.value()}, {":endpoint", slice.endpoint}, {":key", slice.key},
            {":start", toColumn(slice.start)}, {":quarter", toColumn(quarterStart)},
            {":currency", slice.amount.billed.currency().code()}});
    if (!joined)
        return fail(joined.error());
    return joined->numRowsAffected() > 0 ? Outcome(Done{}) : insert(slice);
}

Outcome LedgerRepository::addCounters(const QList<CounterReading> &counters,
    const QHash<QString, qint64> &keys, const QDateTime &readAt, ChangedStretch &changed)
{
    for (const auto &reading : counters) {
        const auto key = keys.value(reading.remoteKeyId, 0);
        const auto last = lastReading(key);
        if (!last)
            return fail(last.error());
        if (*last && (*last)->second >= readAt)
            continue; // a clock that went back: the older reading says nothing new
        const auto before = *last ? std::optional((*last)->first) : std::nullopt;
        const auto beforeAt = *last ? (*last)->second : QDateTime();
        for (const auto &slice : slicesFromCounters(before, beforeAt, reading, readAt, key)) {
            if (auto added = appendCounterSlice(slice); !added)
                return added;
            changed.include(slice.start, slice.end);
        }
        if (auto kept = remember(reading, key, readAt); !kept)
            return kept;
    }
    return Done{};
}

Result<QList<Slice>> LedgerRepository::stored(const QString &endpoint, qint64 key, const QDateTime &start)
{
    auto rows = m_database.run(uR"(SELECT %1 FROM slice WHERE account_id = :account AND endpoint = :endpoint
                                   AND key_id = :key AND start_at = :start)"_s.arg(Columns),
        {{":account", m_account.value()}, {":endpoint", endpoint}, {":key", key},
            {":start", toColumn(start)}});
    if (!rows)
        return fail(rows.error());
    QList<Slice> slices;
    while (rows->next())
        slices.append(sliceFrom(*rows));
    return slices;
}

Outcome LedgerRepository::replaceBuckets(const QList<BucketFacts> &buckets,
    const QHash<QString, qint64> &keys, const QDateTime &fetchedAt, ChangedStretch &changed)
{
    Names names(m_database);
    std::map<std::tuple<QString, qint64, QDateTime>, QList<Slice>> sets;
    for (const auto &bucket : buckets) {
        const auto key = keys.value(bucket.remoteKeyId, 0);
        auto slice = sliceOf(bucket, key, fetchedAt, names);
        if (!slice)
            return fail(slice.error());
        sets[{bucket.endpoint, key, bucket.start}].append(*std::move(slice));
    }
    for (const auto &[identity, fresh] : sets) {
        const auto &[endpoint, key, start] = identity;
        const auto known = stored(endpoint, key, start);
        if (!known)
            return fail(known.error());
        if (saysTheSame(*known, fresh))
            continue;
        if (auto removed
            = m_database.execute(uR"(DELETE FROM slice WHERE account_id = :account AND endpoint = :endpoint
                                                  AND key_id = :key AND start_at = :start)"_s,
                {{":account", m_account.value()}, {":endpoint", endpoint}, {":key", key},
                    {":start", toColumn(start)}});
            !removed)
            return removed;
        for (const auto &slice : *known)
            changed.include(slice.start, slice.end);
        changed.rows -= static_cast<int>(known->size());
        for (const auto &slice : fresh) {
            if (auto added = insert(slice); !added)
                return added;
            changed.include(slice.start, slice.end);
        }
    }
    return Done{};
}

Result<QList<Slice>> LedgerRepository::slices(
    const QDateTime &start, const QDateTime &end, const QString &currency)
{
    auto rows = m_database.run(uR"(SELECT %1 FROM slice WHERE account_id = :account AND start_at < :end
                                   AND end_at > :start AND currency = :currency)"_s.arg(Columns),
        {{":account", m_account.value()}, {":start", toColumn(start)}, {":end", toColumn(end)},
            {":currency", currency}});
    if (!rows)
        return fail(rows.error());
    QList<Slice> slices;
    while (rows->next())
        slices.append(sliceFrom(*rows));
    return slices;
}

Result<QStringList> LedgerRepository::currencies()
{
    auto rows = m_database.run(uR"(SELECT currency FROM slice WHERE account_id = :account
                                   UNION SELECT currency FROM piece WHERE account_id = :account)"_s,
        {{":account", m_account.value()}});
    if (!rows)
        return fail(rows.error());
    QStringList codes;
    while (rows->next())
        codes.append(rows->value(0).toString());
    return codes;
}

} // namespace tollkeeper
