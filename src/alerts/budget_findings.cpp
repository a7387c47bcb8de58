// SPDX-License-Identifier: GPL-3.0-or-later
#include "alerts/budget_findings.h"

#include "analytics/budget_outlook.h"
#include "base/decimal.h"

using namespace Qt::Literals::StringLiterals;

namespace tollkeeper {
namespace {

//! A forecast moves a little with every poll: what it raised stays until it has come down by this much.
constexpr int HoldsAtPercentOfLevel = 97;

AlertFinding findingOf(const Budget &budget, AlertKind kind, const BudgetOutlook &outlook, int percent)
{
    AlertFinding finding;
    finding.kind = kind;
    finding.source = budget.id.value();
    finding.subject = subjectOf(budget.id);
    finding.step = percent;
    finding.occurrence = occurrenceOf(budget.period, outlook.period.first);
    finding.severity = severityOf(kind, percent);
    finding.facts.name = budget.name;
    finding.facts.spent = outlook.counted;
    finding.facts.limit = budget.limit;
    if (outlook.forecast)
        finding.facts.expected = outlook.forecast->expected;
    finding.facts.periodFirst = outlook.period.first;
    finding.facts.periodLast = outlook.period.last;
    finding.facts.isAtLeast = outlook.isAtLeast;
    return finding;
}

AlertFindings ofSpend(const Budget &budget, const BudgetOutlook &outlook)
{
    AlertFindings findings;
    for (const auto percent : reachedThresholds(budget.thresholds, budget.limit, outlook.counted))
        findings.found.append(findingOf(budget, AlertKind::BudgetSpent, outlook, percent));
    return findings;
}

//! What actual spend has passed needs no forecast any more: it raises nothing, and keeps what it raised.
AlertFindings ofForecast(const Budget &budget, const BudgetOutlook &outlook)
{
    AlertFindings findings;
    findings.isUndecided = !outlook.forecast;
    if (!outlook.forecast)
        return findings;
    for (const auto percent : budget.forecastThresholds) {
        const auto level = amountAt(percent, budget.limit);
        const auto holds = amountAt(HoldsAtPercentOfLevel, level);
        const auto expected = outlook.forecast->expected;
        if (budget.limit.nanos() <= 0 || expected < holds)
            continue;
        auto finding = findingOf(budget, AlertKind::BudgetForecast, outlook, percent);
        if (expected < level || outlook.counted >= level)
            finding.level = AlertFinding::Level::Holds;
        findings.found.append(finding);
    }
    return findings;
}

} // namespace

QString occurrenceOf(const BudgetPeriod &period, QDate first)
{
    const auto day = first.toString(Qt::ISODate);
    return period.kind == BudgetPeriod::Kind::Monthly ? day : QString(toText(period.kind)) + u' ' + day;
}

QDate periodFirstOf(const QString &occurrence)
{
    return QDate::fromString(occurrence.mid(occurrence.indexOf(u' ') + 1), Qt::ISODate);
}

Result<AlertFindings> findingsOf(Database &database, const Budget &budget, AlertKind kind, QDate day,
    const QDateTime &now, const QTimeZone &zone)
{
    const auto outlook = outlookOf(database, budget, day, now, zone);
    if (!outlook)
        return fail(outlook.error());
    if (!*outlook)
        return AlertFindings{};
    return kind == AlertKind::BudgetSpent ? ofSpend(budget, **outlook) : ofForecast(budget, **outlook);
}

} // namespace tollkeeper
