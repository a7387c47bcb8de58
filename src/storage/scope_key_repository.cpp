// SPDX-License-Identifier: GPL-3.0-or-later
#include "storage/scope_key_repository.h"

using namespace Qt::Literals::StringLiterals;

namespace tollkeeper {
namespace {

using Kind = BudgetScope::Kind;

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

//! A column of the labels that the key of a share had when its piece began.
QString labelThen(QLatin1StringView column)
{
    return uR"(COALESCE((SELECT l.%1 FROM key_label l WHERE l.key_id = s.ref AND l.valid_from <= p.start_at
                         ORDER BY l.valid_from DESC LIMIT 1), ''))"_s.arg(column);
}

//! Every condition names :value, so that it can always be bound.
QString conditionOf(Kind kind)
{
    switch (kind) {
    case Kind::Account:
        return u"p.account_id = CAST(:value AS INTEGER)"_s;
    case Kind::Key:
        // and the keys that took over its work
        return uR"(s.ref IN (WITH RECURSIVE line (id) AS (SELECT CAST(:value AS INTEGER)
                   UNION SELECT k.id FROM api_key k JOIN line ON k.replaces_id = line.id) SELECT id FROM line))"_s;
    case Kind::Team:
        return labelThen("team"_L1) + u" = :value"_s;
    case Kind::Environment:
        return labelThen("environment"_L1) + u" = :value"_s;
    case Kind::Tag: // one tag is one line
        return u"instr(char(10) || %1 || char(10), char(10) || :value || char(10)) > 0"_s.arg(
            labelThen("tags"_L1));
    case Kind::Everything:
    case Kind::Model:
    case Kind::Provider:
        break;
    }
    return u":value = :value"_s;
}

} // namespace

bool ScopeKeyRepository::canSplit(const BudgetScope &scope, Dimension dimension)
{
    if (scope.kind == Kind::Model || scope.kind == Kind::Provider)
        return false;
    return dimension == Dimension::Key || scope.kind == Kind::Everything || scope.kind == Kind::Account;
}

Result<QList<ScopeShare>> ScopeKeyRepository::split(
    const BudgetScope &scope, Dimension dimension, const DayRange &range, Currency currency)
{
    Q_ASSERT(canSplit(scope, dimension));
    auto rows = m_database.run(uR"(SELECT n.id, n.name, SUM(s.billed_nanos), SUM(s.byok_nanos)
            FROM piece p JOIN share s ON s.piece_id = p.id JOIN %1 n ON n.id = s.ref
            WHERE p.local_day BETWEEN :first AND :last AND p.currency = :currency AND s.dimension = :dimension
                AND %2
            GROUP BY n.id ORDER BY 3 DESC, n.name)"_s.arg(tableOf(dimension), conditionOf(scope.kind)),
        {{":first", range.first.toJulianDay()}, {":last", range.last.toJulianDay()},
            {":currency", currency.code()}, {":dimension", static_cast<int>(dimension)},
            {":value", scope.value}});
    if (!rows)
        return fail(rows.error());
    QList<ScopeShare> shares;
    while (rows->next())
        shares.append({rows->value(0).toLongLong(), rows->value(1).toString(),
            {Money::fromNanos(rows->value(2).toLongLong(), currency),
                Money::fromNanos(rows->value(3).toLongLong(), currency)}});
    return shares;
}

Result<QStringList> ScopeKeyRepository::names(Dimension dimension)
{
    auto rows
        = m_database.run(u"SELECT name FROM %1 WHERE name <> '' ORDER BY name"_s.arg(tableOf(dimension)));
    if (!rows)
        return fail(rows.error());
    QStringList names;
    while (rows->next())
        names.append(rows->value(0).toString());
    return names;
}

Result<QList<Currency>> ScopeKeyRepository::currencies()
{
    auto rows
        = m_database.run(u"SELECT currency FROM piece GROUP BY currency ORDER BY COUNT(*) DESC, currency"_s);
    if (!rows)
        return fail(rows.error());
    QList<Currency> currencies;
    while (rows->next()) {
        if (const auto currency = Currency::fromCode(rows->value(0).toString()))
            currencies.append(*currency);
    }
    return currencies;
}

} // namespace tollkeeper
