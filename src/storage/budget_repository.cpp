// SPDX-License-Identifier: GPL-3.0-or-later
#include "storage/budget_repository.h"

#include "storage/number_list.h"

using namespace Qt::Literals::StringLiterals;

namespace tollkeeper {
namespace {

QVariant dayColumn(QDate day)
{
    return day.isValid() ? QVariant(day.toJulianDay()) : QVariant();
}

QDate dayFrom(const QVariant &column)
{
    return column.isNull() ? QDate() : QDate::fromJulianDay(column.toLongLong());
}

Budget budgetFrom(const QSqlQuery &row)
{
    Budget budget;
    budget.id = BudgetId(row.value(0).toLongLong());
    budget.name = row.value(1).toString();
    budget.limit = Money::fromNanos(
        row.value(2).toLongLong(), Currency::fromCode(row.value(3).toString()).value_or(Currency()));
    budget.includesByok = row.value(4).toBool();
    budget.thresholds = numberListFrom<int>(row.value(5).toString());
    budget.forecastThresholds = numberListFrom<int>(row.value(6).toString());
    budget.scope.kind = budgetScopeFromText(row.value(7).toString()).value_or(BudgetScope::Kind::Everything);
    budget.scope.value = row.value(8).toString();
    budget.period.kind = budgetPeriodFromText(row.value(9).toString()).value_or(BudgetPeriod::Kind::Monthly);
    budget.period.weekStart = Qt::DayOfWeek(row.value(10).toInt());
    budget.period.custom = {dayFrom(row.value(11)), dayFrom(row.value(12))};
    budget.channels = numberListFrom<ChannelId>(row.value(13).toString());
    budget.isPaused = row.value(14).toBool();
    budget.createdAt = momentFrom(row.value(15));
    return budget;
}

} // namespace

Result<BudgetId> BudgetRepository::save(const Budget &budget)
{
    const auto id = budget.id.isValid() ? Result<BudgetId>(budget.id) : add(budget);
    if (!id)
        return id;
    auto stored = budget;
    stored.id = *id;
    if (auto changed = change(stored); !changed)
        return fail(changed.error());
    return id;
}

Result<BudgetId> BudgetRepository::add(const Budget &budget)
{
    const auto id = m_database.insert(
        uR"(INSERT INTO budget (name, limit_nanos, currency, includes_byok, thresholds, created_at)
            VALUES (:name, 0, 'USD', 0, '', :created))"_s,
        {{":name", budget.name}, {":created", toColumn(budget.createdAt)}});
    return id ? Result<BudgetId>(BudgetId(*id)) : fail(id.error());
}

Outcome BudgetRepository::change(const Budget &budget)
{
    return m_database.execute(
        uR"(UPDATE budget SET name = :name, limit_nanos = :limit, currency = :currency, includes_byok = :byok,
                thresholds = :thresholds, forecast_thresholds = :forecasts, scope = :scope, scope_value = :value,
                period = :period, week_start = :week, first_day = :first, last_day = :last, channels = :channels,
                is_paused = :paused WHERE id = :id)"_s,
        {{":id", budget.id.value()}, {":name", budget.name}, {":limit", budget.limit.nanos()},
            {":currency", budget.limit.currency().code()}, {":byok", budget.includesByok},
            {":thresholds", numberListText(budget.thresholds)},
            {":forecasts", numberListText(budget.forecastThresholds)},
            {":scope", QString(toText(budget.scope.kind))}, {":value", budget.scope.value},
            {":period", QString(toText(budget.period.kind))}, {":week", int(budget.period.weekStart)},
            {":first", dayColumn(budget.period.custom.first)},
            {":last", dayColumn(budget.period.custom.last)}, {":channels", numberListText(budget.channels)},
            {":paused", budget.isPaused}});
}

Outcome BudgetRepository::remove(BudgetId budget)
{
    return m_database.execute(u"DELETE FROM budget WHERE id = :id"_s, {{":id", budget.value()}});
}

Result<QList<Budget>> BudgetRepository::all()
{
    return select(u"ORDER BY id"_s);
}

Result<std::optional<Budget>> BudgetRepository::byId(BudgetId budget)
{
    const auto found = select(u"WHERE id = :id"_s, {{":id", budget.value()}});
    if (!found)
        return fail(found.error());
    return found->isEmpty() ? std::nullopt : std::optional(found->constFirst());
}

Result<std::optional<Budget>> BudgetRepository::byName(const QString &name)
{
    const auto found = select(u"WHERE name = :name"_s, {{":name", name}});
    if (!found)
        return fail(found.error());
    return found->isEmpty() ? std::nullopt : std::optional(found->constFirst());
}

Result<QList<Budget>> BudgetRepository::select(
    const QString &tail, std::initializer_list<Database::Binding> bindings)
{
    auto rows = m_database.run(
        uR"(SELECT id, name, limit_nanos, currency, includes_byok, thresholds, forecast_thresholds, scope, scope_value,
                period, week_start, first_day, last_day, channels, is_paused, created_at FROM budget )"_s
            + tail,
        bindings);
    if (!rows)
        return fail(rows.error());
    QList<Budget> budgets;
    while (rows->next())
        budgets.append(budgetFrom(*rows));
    return budgets;
}

} // namespace tollkeeper
