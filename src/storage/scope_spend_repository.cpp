// SPDX-License-Identifier: GPL-3.0-or-later
#include "storage/scope_spend_repository.h"

#include "domain/spend_piece.h"

using namespace Qt::Literals::StringLiterals;

namespace tollkeeper {
namespace {

constexpr auto OfPieces = "SELECT p.local_day, SUM(p.billed_nanos), SUM(p.byok_nanos) FROM piece p "_L1;
constexpr auto OfShares = "SELECT p.local_day, SUM(s.billed_nanos), SUM(s.byok_nanos) "
                          "FROM piece p JOIN share s ON s.piece_id = p.id "_L1;

QString sharesOf(Dimension dimension, const QString &condition)
{
    return OfShares + u"WHERE s.dimension = %1 AND %2 AND "_s.arg(int(dimension)).arg(condition);
}

//! The label that the key of a share had when its piece began.
QString keysLabelled(const QString &condition)
{
    return sharesOf(Dimension::Key,
        uR"(EXISTS (SELECT 1 FROM key_label l WHERE l.key_id = s.ref AND %1 AND l.valid_from =
            (SELECT MAX(valid_from) FROM key_label WHERE key_id = s.ref AND valid_from <= p.start_at)))"_s
            .arg(condition));
}

QString questionOf(BudgetScope::Kind kind)
{
    switch (kind) {
    case BudgetScope::Kind::Everything:
        return OfPieces + u"WHERE :value = '' AND "_s;
    case BudgetScope::Kind::Account:
        return OfPieces + u"WHERE p.account_id = CAST(:value AS INTEGER) AND "_s;
    case BudgetScope::Kind::Key:
        return sharesOf(
            Dimension::Key, uR"(s.ref IN (WITH RECURSIVE line (id) AS (SELECT CAST(:value AS INTEGER)
                UNION SELECT k.id FROM api_key k JOIN line ON k.replaces_id = line.id) SELECT id FROM line))"_s);
    case BudgetScope::Kind::Model:
        return sharesOf(Dimension::Model, u"s.ref = (SELECT id FROM model WHERE name = :value)"_s);
    case BudgetScope::Kind::Provider:
        return sharesOf(Dimension::Provider, u"s.ref = (SELECT id FROM provider WHERE name = :value)"_s);
    case BudgetScope::Kind::Team:
        return keysLabelled(u"l.team = :value"_s);
    case BudgetScope::Kind::Environment:
        return keysLabelled(u"l.environment = :value"_s);
    case BudgetScope::Kind::Tag:
        break;
    }
    return keysLabelled(u"instr(char(10) || l.tags || char(10), char(10) || :value || char(10)) > 0"_s);
}

} // namespace

Result<QList<ScopeDay>> ScopeSpendRepository::byDay(
    const BudgetScope &scope, const DayRange &range, Currency currency)
{
    auto rows = m_database.run(questionOf(scope.kind)
            + u"p.local_day BETWEEN :first AND :last AND p.currency = :currency GROUP BY p.local_day ORDER BY 1"_s,
        {{":value", scope.kind == BudgetScope::Kind::Everything ? u""_s : scope.value},
            {":first", range.first.toJulianDay()}, {":last", range.last.toJulianDay()},
            {":currency", currency.code()}});
    if (!rows)
        return fail(rows.error());
    QList<ScopeDay> days;
    while (rows->next())
        days.append({QDate::fromJulianDay(rows->value(0).toLongLong()),
            {Money::fromNanos(rows->value(1).toLongLong(), currency),
                Money::fromNanos(rows->value(2).toLongLong(), currency)}});
    return days;
}

} // namespace tollkeeper
