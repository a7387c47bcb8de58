// SPDX-License-Identifier: GPL-3.0-or-later
#include "storage/budget_repository.h"

#include <QStringList>

using namespace Qt::Literals::StringLiterals;

namespace tollkeeper {
namespace {

QString thresholdsText(const QList<int> &thresholds)
{
    QStringList words;
    for (const auto threshold : thresholds)
        words.append(QString::number(threshold));
    return words.join(u' ');
}

QList<int> thresholdsFrom(const QString &text)
{
    QList<int> thresholds;
    for (const auto &word : text.split(u' ', Qt::SkipEmptyParts))
        thresholds.append(word.toInt());
    return thresholds;
}

} // namespace

Result<BudgetId> BudgetRepository::set(const Budget &budget)
{
    auto row = m_database.run(uR"(INSERT INTO budget (name, limit_nanos, currency, includes_byok, thresholds)
            VALUES (:name, :limit, :currency, :byok, :thresholds)
            ON CONFLICT (name) DO UPDATE SET limit_nanos = excluded.limit_nanos, currency = excluded.currency,
                includes_byok = excluded.includes_byok, thresholds = excluded.thresholds RETURNING id)"_s,
        {{":name", budget.name}, {":limit", budget.limit.nanos()},
            {":currency", budget.limit.currency().code()}, {":byok", budget.includesByok},
            {":thresholds", thresholdsText(budget.thresholds)}});
    if (!row)
        return fail(row.error());
    return row->next() ? BudgetId(row->value(0).toLongLong()) : BudgetId();
}

Result<QList<Budget>> BudgetRepository::all()
{
    auto rows = m_database.run(
        u"SELECT id, name, limit_nanos, currency, includes_byok, thresholds FROM budget ORDER BY id"_s);
    if (!rows)
        return fail(rows.error());
    QList<Budget> budgets;
    while (rows->next()) {
        Budget budget;
        budget.id = BudgetId(rows->value(0).toLongLong());
        budget.name = rows->value(1).toString();
        budget.limit = Money::fromNanos(
            rows->value(2).toLongLong(), Currency::fromCode(rows->value(3).toString()).value_or(Currency()));
        budget.includesByok = rows->value(4).toBool();
        budget.thresholds = thresholdsFrom(rows->value(5).toString());
        budgets.append(budget);
    }
    return budgets;
}

} // namespace tollkeeper
