// SPDX-License-Identifier: GPL-3.0-or-later
#include "storage/key_spend_repository.h"

#include "domain/spend_piece.h"

#include <algorithm>

using namespace Qt::Literals::StringLiterals;

namespace tollkeeper {
namespace {

// A bucket of the running day ends in the future and is known all the same.
constexpr auto Known = "(p.end_at <= :now OR (p.start_at < :now AND p.fetched_at <= :now))"_L1;
constexpr auto KeyDimension = static_cast<int>(Dimension::Key);

Currency currencyFrom(const QVariant &column)
{
    return Currency::fromCode(column.toString()).value_or(Currency());
}

} // namespace

Result<QList<KeyDaySpend>> KeySpendRepository::byDay(const DayRange &range)
{
    auto rows = m_database.run(uR"(SELECT s.ref, p.local_day, p.currency, SUM(s.billed_nanos + s.byok_nanos)
            FROM piece p JOIN share s ON s.piece_id = p.id AND s.dimension = :key
            WHERE p.local_day BETWEEN :first AND :last AND %1
            GROUP BY s.ref, p.currency, p.local_day ORDER BY s.ref, p.currency, p.local_day)"_s.arg(Known),
        {{":key", KeyDimension}, {":first", range.first.toJulianDay()}, {":last", range.last.toJulianDay()},
            {":now", toColumn(m_now)}});
    if (!rows)
        return fail(rows.error());
    QList<KeyDaySpend> days;
    while (rows->next())
        days.append({KeyId(rows->value(0).toLongLong()), QDate::fromJulianDay(rows->value(1).toLongLong()),
            Money::fromNanos(rows->value(3).toLongLong(), currencyFrom(rows->value(2)))});
    return days;
}

Result<QHash<KeyId, QDate>> KeySpendRepository::firstDays(QDate from)
{
    auto rows = m_database.run(
        uR"(SELECT s.ref, MIN(p.local_day) FROM piece p JOIN share s ON s.piece_id = p.id AND s.dimension = :key
            WHERE p.local_day >= :from AND (s.billed_nanos > 0 OR s.byok_nanos > 0) AND %1 GROUP BY s.ref)"_s
            .arg(Known),
        {{":key", KeyDimension}, {":from", from.toJulianDay()}, {":now", toColumn(m_now)}});
    if (!rows)
        return fail(rows.error());
    QHash<KeyId, QDate> first;
    while (rows->next())
        first.insert(KeyId(rows->value(0).toLongLong()), QDate::fromJulianDay(rows->value(1).toLongLong()));
    return first;
}

Result<QHash<KeyId, QDateTime>> KeySpendRepository::lastUsed(const QDateTime &from)
{
    auto rows = m_database.run(
        uR"(SELECT s.ref, MAX(p.end_at) FROM piece p JOIN share s ON s.piece_id = p.id AND s.dimension = :key
            WHERE p.end_at > :from AND (s.billed_nanos > 0 OR s.byok_nanos > 0) AND %1 GROUP BY s.ref)"_s.arg(
            Known),
        {{":key", KeyDimension}, {":from", toColumn(from)}, {":now", toColumn(m_now)}});
    if (!rows)
        return fail(rows.error());
    QHash<KeyId, QDateTime> last;
    while (rows->next())
        last.insert(KeyId(rows->value(0).toLongLong()), std::min(momentFrom(rows->value(1)), m_now));
    return last;
}

Result<QSet<AccountId>> KeySpendRepository::withSpendOfNoKey(const QDateTime &from)
{
    auto rows = m_database.run(uR"(SELECT p.account_id FROM piece p
            WHERE p.end_at > :from AND %1 GROUP BY p.account_id, p.currency
            HAVING SUM(p.billed_nanos + p.byok_nanos) * 99 > 100 * SUM((SELECT COALESCE(SUM(s.billed_nanos + s.byok_nanos), 0)
                FROM share s WHERE s.piece_id = p.id AND s.dimension = :key)))"_s.arg(Known),
        {{":key", KeyDimension}, {":from", toColumn(from)}, {":now", toColumn(m_now)}});
    if (!rows)
        return fail(rows.error());
    QSet<AccountId> accounts;
    while (rows->next())
        accounts.insert(AccountId(rows->value(0).toLongLong()));
    return accounts;
}

Result<std::optional<Money>> KeySpendRepository::billed(
    AccountId account, const DayRange &range, Currency currency)
{
    const auto nanos = m_database.value(uR"(SELECT SUM(p.billed_nanos) FROM piece p
            WHERE p.account_id = :account AND p.local_day BETWEEN :first AND :last AND p.currency = :currency
                AND %1)"_s.arg(Known),
        {{":account", account.value()}, {":first", range.first.toJulianDay()},
            {":last", range.last.toJulianDay()}, {":currency", currency.code()}, {":now", toColumn(m_now)}});
    if (!nanos)
        return fail(nanos.error());
    return nanos->isNull() ? std::nullopt : std::optional(Money::fromNanos(nanos->toLongLong(), currency));
}

Result<std::optional<QDate>> KeySpendRepository::firstDay(AccountId account)
{
    const auto day = m_database.value(
        u"SELECT p.local_day FROM piece p WHERE p.account_id = :account AND %1 ORDER BY p.local_day LIMIT 1"_s
            .arg(Known),
        {{":account", account.value()}, {":now", toColumn(m_now)}});
    if (!day)
        return fail(day.error());
    return day->isNull() ? std::nullopt : std::optional(QDate::fromJulianDay(day->toLongLong()));
}

Result<QString> KeySpendRepository::topModelOf(KeyId key, const QDateTime &from)
{
    const auto name
        = m_database.value(uR"(SELECT m.name FROM request_rollup r JOIN series s ON s.id = r.series_id
            JOIN model m ON m.id = s.served_id WHERE r.start_at >= :from AND r.start_at < :now AND s.key_id = :key
            GROUP BY m.id ORDER BY SUM(r.billed_nanos + r.byok_nanos) DESC, m.name LIMIT 1)"_s,
            {{":key", key.value()}, {":from", toColumn(from)}, {":now", toColumn(m_now)}});
    return name ? Result<QString>(name->toString()) : fail(name.error());
}

Result<QString> KeySpendRepository::topKeyOf(AccountId account, const QString &model, const QDateTime &from)
{
    const auto name
        = m_database.value(uR"(SELECT k.name FROM request_rollup r JOIN series s ON s.id = r.series_id
            JOIN model m ON m.id = s.served_id JOIN api_key k ON k.id = s.key_id
            WHERE r.start_at >= :from AND r.start_at < :now AND s.account_id = :account AND m.name = :model
            GROUP BY k.id ORDER BY SUM(r.billed_nanos + r.byok_nanos) DESC, k.name LIMIT 1)"_s,
            {{":account", account.value()}, {":model", model}, {":from", toColumn(from)},
                {":now", toColumn(m_now)}});
    return name ? Result<QString>(name->toString()) : fail(name.error());
}

} // namespace tollkeeper
