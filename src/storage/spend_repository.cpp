// SPDX-License-Identifier: GPL-3.0-or-later
#include "storage/spend_repository.h"

#include "domain/spend_resolution.h"
#include "domain/zone_days.h"
#include "storage/account_evidence.h"
#include "storage/piece_repository.h"

#include <QDateTime>

using namespace Qt::Literals::StringLiterals;

namespace tollkeeper {
namespace {

constexpr auto InRange = "p.local_day BETWEEN :first AND :last AND p.currency = :currency"_L1;
// A count that one row does not know is unknown for the sum.
constexpr auto PieceSums = "SUM(p.billed_nanos), SUM(p.byok_nanos), "
                           "CASE WHEN COUNT(*) = COUNT(p.requests) THEN SUM(p.requests) END, "
                           "CASE WHEN COUNT(*) = COUNT(p.input_tokens) THEN SUM(p.input_tokens) END, "
                           "CASE WHEN COUNT(*) = COUNT(p.output_tokens) THEN SUM(p.output_tokens) END"_L1;
constexpr auto ShareSums = "SUM(s.billed_nanos), SUM(s.byok_nanos), "
                           "CASE WHEN COUNT(*) = COUNT(s.requests) THEN SUM(s.requests) END, "
                           "CASE WHEN COUNT(*) = COUNT(s.input_tokens) THEN SUM(s.input_tokens) END, "
                           "CASE WHEN COUNT(*) = COUNT(s.output_tokens) THEN SUM(s.output_tokens) END"_L1;

QString tableOf(Dimension dimension)
{
    switch (dimension) {
    case Dimension::Key:
        return u"api_key"_s;
    case Dimension::Model:
        return u"model"_s;
    case Dimension::Provider:
        break;
    }
    return u"provider"_s;
}

//! The label that the key of a share had when its piece began.
QString labelThen(const QString &label)
{
    return uR"(COALESCE((SELECT l.%1 FROM key_label l WHERE l.key_id = s.ref AND l.valid_from <= p.start_at
                         ORDER BY l.valid_from DESC LIMIT 1), ''))"_s.arg(label);
}

} // namespace

//! Columns: ref, name, day, then the five sums.
Result<QList<SpendSum>> SpendRepository::sums(
    const QString &sql, const DayRange &range, Currency currency, std::optional<Dimension> dimension)
{
    auto query = m_database.prepare(sql);
    if (!query)
        return fail(query.error());
    query->bindValue(u":first"_s, range.first.toJulianDay());
    query->bindValue(u":last"_s, range.last.toJulianDay());
    query->bindValue(u":currency"_s, currency.code());
    if (dimension)
        query->bindValue(u":dimension"_s, static_cast<int>(*dimension));
    if (auto done = execute(*query); !done)
        return fail(done.error());
    QList<SpendSum> answer;
    while (query->next()) {
        SpendSum sum;
        sum.ref = query->value(0).toLongLong();
        sum.name = query->value(1).toString();
        if (!query->value(2).isNull())
            sum.day = QDate::fromJulianDay(query->value(2).toLongLong());
        sum.amount = {Money::fromNanos(query->value(3).toLongLong(), currency),
            Money::fromNanos(query->value(4).toLongLong(), currency)};
        sum.requests = optionalCountFrom(query->value(5));
        sum.inputTokens = optionalCountFrom(query->value(6));
        sum.outputTokens = optionalCountFrom(query->value(7));
        answer.append(sum);
    }
    return answer;
}

Result<Amounts> SpendRepository::total(const DayRange &range, Currency currency)
{
    const auto all
        = sums(u"SELECT 0, '', NULL, %1 FROM piece p WHERE %2"_s.arg(PieceSums, InRange), range, currency);
    if (!all)
        return fail(all.error());
    return all->constFirst().amount;
}

Result<QList<SpendSum>> SpendRepository::byDay(const DayRange &range, Currency currency)
{
    return sums(
        u"SELECT 0, '', p.local_day, %1 FROM piece p WHERE %2 GROUP BY p.local_day ORDER BY p.local_day"_s
            .arg(PieceSums, InRange),
        range, currency);
}

Result<QList<SpendSum>> SpendRepository::byAccount(const DayRange &range, Currency currency)
{
    return sums(uR"(SELECT a.id, a.name, NULL, %1 FROM piece p JOIN account a ON a.id = p.account_id
                    WHERE %2 GROUP BY a.id ORDER BY 4 DESC, a.name)"_s.arg(PieceSums, InRange),
        range, currency);
}

Result<QList<SpendSum>> SpendRepository::byDimension(
    Dimension dimension, const DayRange &range, Currency currency)
{
    return sums(uR"(SELECT n.id, n.name, NULL, %1 FROM piece p JOIN share s ON s.piece_id = p.id
                    JOIN %2 n ON n.id = s.ref WHERE %3 AND s.dimension = :dimension
                    GROUP BY n.id ORDER BY 4 DESC, n.name)"_s.arg(ShareSums, tableOf(dimension), InRange),
        range, currency, dimension);
}

Result<QList<SpendSum>> SpendRepository::byDimensionAndDay(
    Dimension dimension, const DayRange &range, Currency currency)
{
    return sums(uR"(SELECT n.id, n.name, p.local_day, %1 FROM piece p JOIN share s ON s.piece_id = p.id
                    JOIN %2 n ON n.id = s.ref WHERE %3 AND s.dimension = :dimension
                    GROUP BY n.id, p.local_day ORDER BY n.id, p.local_day)"_s.arg(
                    ShareSums, tableOf(dimension), InRange),
        range, currency, dimension);
}

Result<QList<SpendSum>> SpendRepository::byLabel(
    const QString &label, const DayRange &range, Currency currency)
{
    Q_ASSERT(label == u"team" || label == u"environment");
    return sums(uR"(SELECT 0, %1 AS label, NULL, %2
                    FROM piece p JOIN share s ON s.piece_id = p.id WHERE %3 AND s.dimension = 1
                    GROUP BY label ORDER BY 4 DESC, label)"_s.arg(labelThen(label), ShareSums, InRange),
        range, currency);
}

Result<QList<SpendSum>> SpendRepository::byLabelAndDay(
    const QString &label, const DayRange &range, Currency currency)
{
    Q_ASSERT(label == u"team" || label == u"environment");
    return sums(uR"(SELECT 0, %1 AS label, p.local_day, %2
                    FROM piece p JOIN share s ON s.piece_id = p.id WHERE %3 AND s.dimension = 1
                    GROUP BY label, p.local_day ORDER BY label, p.local_day)"_s.arg(
                    labelThen(label), ShareSums, InRange),
        range, currency);
}

Result<QList<Money>> SpendRepository::otherCurrencies(const DayRange &range, Currency currency)
{
    auto rows = m_database.run(
        uR"(SELECT currency, SUM(billed_nanos) FROM piece WHERE local_day BETWEEN :first AND :last
            AND currency <> :currency GROUP BY currency HAVING SUM(billed_nanos) <> 0 ORDER BY currency)"_s,
        {{":first", range.first.toJulianDay()}, {":last", range.last.toJulianDay()},
            {":currency", currency.code()}});
    if (!rows)
        return fail(rows.error());
    QList<Money> others;
    while (rows->next()) {
        if (const auto code = Currency::fromCode(rows->value(0).toString()))
            others.append(Money::fromNanos(rows->value(1).toLongLong(), *code));
    }
    return others;
}

Result<Currency> SpendRepository::mainCurrency()
{
    const auto code
        = m_database.value(u"SELECT currency FROM piece GROUP BY currency ORDER BY COUNT(*) DESC LIMIT 1"_s);
    if (!code)
        return fail(code.error());
    return Currency::fromCode(code->toString()).value_or(Currency());
}

Result<std::optional<QDate>> SpendRepository::firstDay()
{
    const auto day = m_database.value(u"SELECT MIN(local_day) FROM piece"_s);
    if (!day)
        return fail(day.error());
    return day->isNull() ? std::nullopt : std::optional(QDate::fromJulianDay(day->toLongLong()));
}

//! Where a balance may dip, the higher of the last two polls counts: a fall is believed once two agree on it.
Result<std::optional<BalanceReading>> SpendRepository::balance(AccountId account)
{
    auto row = m_database.run(uR"(SELECT nanos, currency, read_at, may_dip AND read_at = first_at FROM balance
                                  WHERE account_id = :account ORDER BY first_at DESC LIMIT 2)"_s,
        {{":account", account.value()}});
    if (!row)
        return fail(row.error());
    std::optional<BalanceReading> settled;
    for (bool isUnsure = true; isUnsure && row->next();) {
        const auto currency = Currency::fromCode(row->value(1).toString()).value_or(Currency());
        const BalanceReading reading{
            Money::fromNanos(row->value(0).toLongLong(), currency), momentFrom(row->value(2))};
        isUnsure = !settled && row->value(3).toBool();
        if (!settled)
            settled = reading;
        else if (settled->amount.currency() == currency)
            settled->amount = std::max(settled->amount, reading.amount);
    }
    return settled;
}

Outcome SpendRepository::useZone(const QTimeZone &zone, const DayRange &range)
{
    for (const auto &table : {u"piece"_s, u"share"_s}) {
        const auto sql
            = m_database.value(u"SELECT sql FROM main.sqlite_schema WHERE name = '%1'"_s.arg(table));
        if (!sql)
            return fail(sql.error());
        auto statement = sql->toString();
        statement.replace(u"CREATE TABLE"_s, u"CREATE TEMP TABLE"_s);
        if (auto made = m_database.execute(statement); !made)
            return made;
    }
    auto accounts = m_database.run(u"SELECT id FROM account"_s);
    if (!accounts)
        return fail(accounts.error());
    while (accounts->next()) {
        if (auto used = useZone(AccountId(accounts->value(0).toLongLong()), zone, range); !used)
            return used;
    }
    return Done{};
}

Outcome SpendRepository::useZone(AccountId account, const QTimeZone &zone, const DayRange &range)
{
    const TimeSegment stretch{startOfDay(range.first.addDays(-1), zone).toMSecsSinceEpoch(),
        startOfDay(range.last.addDays(2), zone).toMSecsSinceEpoch()};
    const auto currencies = currenciesOf(m_database, account);
    if (!currencies)
        return fail(currencies.error());
    for (const auto &currency : *currencies) {
        const auto evidence
            = gatherEvidence(m_database, account, stretch, currency, zone, RowSums::AnotherZone);
        if (!evidence)
            return fail(evidence.error());
        if (auto added = PieceRepository::insert(m_database, account, resolveSpend(evidence->slices, zone));
            !added)
            return added;
    }
    return Done{};
}

Outcome SpendRepository::useStoredZone()
{
    for (const auto &table : {u"piece"_s, u"share"_s}) {
        if (auto dropped = m_database.execute(u"DROP TABLE IF EXISTS temp.%1"_s.arg(table)); !dropped)
            return dropped;
    }
    return Done{};
}

} // namespace tollkeeper
