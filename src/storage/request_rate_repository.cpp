// SPDX-License-Identifier: GPL-3.0-or-later
#include "storage/request_rate_repository.h"

#include "domain/request_facts.h"
#include "storage/request_id.h"

#include <algorithm>
#include <map>
#include <tuple>

using namespace Qt::Literals::StringLiterals;

namespace tollkeeper {
namespace {

constexpr auto Failed = "s.outcome = 1"_L1;
constexpr auto ChangedModel = "s.fell_back = 2"_L1;
static_assert(int(RequestOutcome::Failed) == 1 && int(FellBack::Model) == 2);

QVariant idAt(const QDateTime &moment)
{
    return requestid::lowest(moment.toMSecsSinceEpoch());
}

//! Columns: key, account, requested, served, requests, start.
void addPairs(QSqlQuery &rows, std::map<std::tuple<qint64, QString, QString>, ServedPair> &pairs)
{
    while (rows.next()) {
        const ServedPair pair{KeyId(rows.value(0).toLongLong()), AccountId(rows.value(1).toLongLong()),
            rows.value(2).toString(), rows.value(3).toString(), rows.value(4).toLongLong(),
            momentFrom(rows.value(5))};
        auto &sum = pairs
                        .try_emplace({pair.key.value(), pair.requested, pair.served},
                            ServedPair{pair.key, pair.account, pair.requested, pair.served, 0, pair.firstAt})
                        .first->second;
        sum.requests += pair.requests;
        sum.firstAt = std::min(sum.firstAt, pair.firstAt);
    }
}

constexpr auto PairNames
    = "s.key_id, s.account_id, asked.name, served.name, "
      "%1 FROM %2 JOIN series s ON s.id = r.series_id JOIN model asked ON asked.id = s.requested_id "
      "JOIN model served ON served.id = s.served_id "
      "WHERE s.key_id > 0 AND s.fell_back <> 2 AND asked.name <> '' AND served.name <> '' AND %3 "
      "GROUP BY s.key_id, asked.id, served.id"_L1;

} // namespace

Result<QList<RequestRate>> RequestRateRepository::rates(const QDateTime &from, const QDateTime &until)
{
    auto rows = m_database.run(uR"(SELECT s.key_id, s.account_id, COUNT(*), SUM(%1), SUM(%2) FROM request r
            JOIN series s ON s.id = r.series_id WHERE r.id >= :from AND r.id < :until AND s.key_id > 0
            GROUP BY s.key_id ORDER BY s.key_id)"_s.arg(Failed, ChangedModel),
        {{":from", idAt(from)}, {":until", idAt(until)}});
    if (!rows)
        return fail(rows.error());
    QList<RequestRate> rates;
    while (rows->next())
        rates.append({KeyId(rows->value(0).toLongLong()), AccountId(rows->value(1).toLongLong()),
            rows->value(2).toLongLong(), rows->value(3).toLongLong(), rows->value(4).toLongLong()});
    return rates;
}

Result<RateExample> RequestRateRepository::topFailure(
    KeyId key, const QDateTime &from, const QDateTime &until)
{
    return top(key, Failed, from, until);
}

Result<RateExample> RequestRateRepository::topChange(KeyId key, const QDateTime &from, const QDateTime &until)
{
    return top(key, ChangedModel, from, until);
}

Result<RateExample> RequestRateRepository::top(
    KeyId key, const QString &condition, const QDateTime &from, const QDateTime &until)
{
    auto row = m_database.run(
        uR"(SELECT s.error_code, s.http_status, asked.name, served.name, COUNT(*) AS times FROM request r
            JOIN series s ON s.id = r.series_id LEFT JOIN model asked ON asked.id = s.requested_id
            LEFT JOIN model served ON served.id = s.served_id
            WHERE r.id >= :from AND r.id < :until AND s.key_id = :key AND %1
            GROUP BY s.error_code, s.http_status, s.requested_id, s.served_id
            ORDER BY times DESC, s.error_code, s.http_status, 3, 4 LIMIT 1)"_s.arg(condition),
        {{":from", idAt(from)}, {":until", idAt(until)}, {":key", key.value()}});
    if (!row)
        return fail(row.error());
    RateExample example;
    if (!row->next())
        return example;
    example.cause = row->value(0).toString();
    if (example.cause.isEmpty() && row->value(1).toInt() > 0)
        example.cause = u"HTTP "_s + row->value(1).toString();
    example.requested = row->value(2).toString();
    example.served = row->value(3).toString();
    return example;
}

//! From the roll-up; of a stretch that goes on behind `until`, from its rows.
Result<QList<ServedPair>> RequestRateRepository::served(const QDateTime &from, const QDateTime &until)
{
    const auto isLater = m_database.value(
        u"SELECT EXISTS (SELECT 1 FROM request WHERE id >= :until)"_s, {{":until", idAt(until)}});
    if (!isLater)
        return fail(isLater.error());
    const auto cut = isLater->toBool()
        ? m_database.value(
            u"SELECT MAX(start_at) FROM request_rollup WHERE start_at < :until AND end_at > :until"_s,
            {{":until", toColumn(until)}})
        : Result<QVariant>(QVariant());
    if (!cut)
        return fail(cut.error());
    const auto rollupEnd = cut->isNull() ? until : std::max(from, momentFrom(*cut));

    std::map<std::tuple<qint64, QString, QString>, ServedPair> pairs;
    auto rolledUp = m_database.run(u"SELECT "_s
            + QString(PairNames).arg(u"SUM(r.requests), MIN(r.start_at)"_s, u"request_rollup r"_s,
                u"r.start_at >= :from AND r.start_at < :until"_s),
        {{":from", toColumn(from)}, {":until", toColumn(rollupEnd)}});
    if (!rolledUp)
        return fail(rolledUp.error());
    addPairs(*rolledUp, pairs);
    if (rollupEnd < until) {
        auto single = m_database.run(u"SELECT "_s
                + QString(PairNames).arg(
                    u"COUNT(*), :start"_s, u"request r"_s, u"r.id >= :from AND r.id < :until"_s),
            {{":start", toColumn(rollupEnd)}, {":from", idAt(rollupEnd)}, {":until", idAt(until)}});
        if (!single)
            return fail(single.error());
        addPairs(*single, pairs);
    }
    QList<ServedPair> answer;
    for (const auto &[names, pair] : pairs)
        answer.append(pair);
    return answer;
}

Result<QSet<AccountId>> RequestRateRepository::whole(const QDateTime &from, const QDateTime &until)
{
    auto rows = m_database.run(
        u"SELECT DISTINCT account_id FROM whole_interval WHERE end_at > :from AND start_at < :until"_s,
        {{":from", toColumn(from)}, {":until", toColumn(until)}});
    if (!rows)
        return fail(rows.error());
    QSet<AccountId> accounts;
    while (rows->next())
        accounts.insert(AccountId(rows->value(0).toLongLong()));
    return accounts;
}

Result<QHash<KeyId, AccountId>> RequestRateRepository::keysWithRows()
{
    auto rows = m_database.run(u"SELECT DISTINCT key_id, account_id FROM series WHERE key_id > 0"_s);
    if (!rows)
        return fail(rows.error());
    QHash<KeyId, AccountId> keys;
    while (rows->next())
        keys.insert(KeyId(rows->value(0).toLongLong()), AccountId(rows->value(1).toLongLong()));
    return keys;
}

Result<bool> RequestRateRepository::hasRows(const QDateTime &from, const QDateTime &until)
{
    const auto known
        = m_database.value(u"SELECT EXISTS (SELECT 1 FROM request WHERE id >= :from AND id < :until)"_s,
            {{":from", idAt(from)}, {":until", idAt(until)}});
    return known ? Result<bool>(known->toBool()) : fail(known.error());
}

} // namespace tollkeeper
