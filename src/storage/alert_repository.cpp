// SPDX-License-Identifier: GPL-3.0-or-later
#include "storage/alert_repository.h"

#include <QDateTime>

using namespace Qt::Literals::StringLiterals;

namespace tollkeeper {
namespace {

BudgetAlert alertFrom(const QSqlQuery &row)
{
    const auto currency = Currency::fromCode(row.value(6).toString()).value_or(Currency());
    BudgetAlert alert;
    alert.id = AlertId(row.value(0).toLongLong());
    alert.budget = BudgetId(row.value(1).toLongLong());
    alert.budgetName = row.value(2).toString();
    alert.threshold = row.value(3).toInt();
    alert.period
        = {QDate::fromJulianDay(row.value(4).toLongLong()), QDate::fromJulianDay(row.value(5).toLongLong())};
    alert.limit = Money::fromNanos(row.value(7).toLongLong(), currency);
    alert.spent = Money::fromNanos(row.value(8).toLongLong(), currency);
    alert.raisedAt = momentFrom(row.value(9));
    alert.isAtLeast = row.value(10).toBool();
    alert.notice = noticeFromText(row.value(11).toString());
    alert.noticeId = row.value(12).toUInt();
    alert.isRepeated = row.value(13).toBool();
    alert.acknowledgedAt = optionalMomentFrom(row.value(14));
    return alert;
}

} // namespace

Result<bool> AlertRepository::addOnce(const BudgetAlert &alert)
{
    auto added = m_database.run(
        uR"(INSERT INTO alert (budget_id, budget_name, threshold, period_first, period_last, currency, limit_nanos,
                spent_nanos, raised_at, is_at_least, notice)
            VALUES (:budget, :name, :threshold, :first, :last, :currency, :limit, :spent, :at, :least, :notice)
            ON CONFLICT (budget_id, threshold, period_first) DO NOTHING)"_s,
        {{":budget", alert.budget.value()}, {":name", alert.budgetName}, {":threshold", alert.threshold},
            {":first", alert.period.first.toJulianDay()}, {":last", alert.period.last.toJulianDay()},
            {":currency", alert.limit.currency().code()}, {":limit", alert.limit.nanos()},
            {":spent", alert.spent.nanos()}, {":at", toColumn(alert.raisedAt)}, {":least", alert.isAtLeast},
            {":notice", QString(toText(alert.notice))}});
    if (!added)
        return fail(added.error());
    return added->numRowsAffected() > 0;
}

Result<QList<BudgetAlert>> AlertRepository::select(const QString &tail)
{
    auto rows = m_database.run(
        uR"(SELECT id, budget_id, budget_name, threshold, period_first, period_last, currency, limit_nanos, spent_nanos,
                raised_at, is_at_least, notice, notice_id, is_repeated, acknowledged_at FROM alert )"_s
        + tail);
    if (!rows)
        return fail(rows.error());
    QList<BudgetAlert> alerts;
    while (rows->next())
        alerts.append(alertFrom(*rows));
    return alerts;
}

Result<QList<BudgetAlert>> AlertRepository::latest(int count)
{
    return select(u"ORDER BY raised_at DESC, threshold DESC LIMIT %1"_s.arg(count));
}

Result<int> AlertRepository::openCount()
{
    const auto count = m_database.value(u"SELECT COUNT(*) FROM alert WHERE acknowledged_at IS NULL"_s);
    if (!count)
        return fail(count.error());
    return count->toInt();
}

Result<QList<BudgetAlert>> AlertRepository::owed()
{
    return select(
        u"WHERE notice IN ('not_wanted', 'intended') AND acknowledged_at IS NULL ORDER BY raised_at, threshold"_s);
}

Outcome AlertRepository::setNotice(AlertId alert, Notice notice, quint32 noticeId, bool isRepeated)
{
    return m_database.execute(
        u"UPDATE alert SET notice = :notice, notice_id = :id, is_repeated = :repeated WHERE id = :alert"_s,
        {{":notice", QString(toText(notice))}, {":id", noticeId}, {":repeated", isRepeated},
            {":alert", alert.value()}});
}

Outcome AlertRepository::acknowledge(AlertId alert, const QDateTime &at)
{
    return m_database.execute(
        u"UPDATE alert SET acknowledged_at = COALESCE(acknowledged_at, :at) WHERE id = :alert"_s,
        {{":at", toColumn(at)}, {":alert", alert.value()}});
}

} // namespace tollkeeper
