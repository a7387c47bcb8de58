// SPDX-License-Identifier: GPL-3.0-or-later
#include "analytics/alert_evidence.h"

#include "analytics/budget_outlook.h"
#include "domain/alert_rule.h"
#include "storage/alert_evidence_repository.h"
#include "storage/alert_rule_repository.h"
#include "storage/budget_repository.h"
#include "storage/key_repository.h"
#include "storage/spend_repository.h"

#include <algorithm>

using namespace Qt::Literals::StringLiterals;

namespace tollkeeper {
namespace {

constexpr int SpikeDays = 28;
constexpr int RateDays = 3;
constexpr int MostRateDays = 7; // of a rate that has been too high for longer
constexpr int BalanceDays = 14;

QDateTime endOfDay(QDate day, const QTimeZone &zone)
{
    return startOfDay(day.addDays(1), zone);
}

//! Of one that is over the chart ends there: it shows why the alert was raised, not what came later.
QDateTime endOf(const Alert &alert, const QDateTime &now)
{
    return alert.isTrue() ? now : std::min(now, alert.resolvedAt.value_or(now));
}

Result<AlertEvidence> ofBudget(
    Database &database, const Alert &alert, const QDateTime &now, const QTimeZone &zone)
{
    AlertEvidence evidence;
    const auto budget = BudgetRepository(database).byId(budgetOf(alert.subject));
    if (!budget)
        return fail(budget.error());
    if (!*budget) // it is gone, and with it what it counted
        return evidence;
    const auto first = alert.facts.periodFirst;
    const auto day = first.isValid() ? first : localDay(alert.raisedAt, zone);
    const auto outlook = outlookOf(database, **budget, day, now, zone);
    if (!outlook)
        return fail(outlook.error());
    if (!*outlook)
        return evidence;
    evidence.currency = (*budget)->limit.currency();
    const auto limit = alert.facts.limit.value_or((*budget)->limit);
    evidence.line = amountAt(alert.step, limit).approximate();
    evidence.points.append({startOfDay((*outlook)->period.first, zone), 0});
    auto at = (*outlook)->period.first;
    for (const auto &sum : (*outlook)->cumulative) {
        evidence.points.append({std::min(endOfDay(at, zone), now), sum.approximate()});
        at = at.addDays(1);
    }
    return evidence;
}

//! Whose bills count: those of the gateway, or those of providers (BYOK) too.
enum class Bills : std::uint8_t { Gateway, All };

//! What a key cost on each of these days, in one currency.
Result<QList<Money>> daysOf(
    Database &database, KeyId key, const DayRange &days, Currency currency, Bills bills)
{
    const auto sums = SpendRepository(database).byDimensionAndDay(Dimension::Key, days, currency);
    if (!sums)
        return fail(sums.error());
    QList<Money> spent(days.days(), Money::fromNanos(0, currency));
    for (const auto &sum : *sums) {
        const auto place = days.first.daysTo(sum.day);
        if (sum.ref != key.value() || place < 0 || place >= spent.size())
            continue;
        spent[place] += sum.amount.billed;
        if (bills == Bills::All)
            spent[place] += sum.amount.byok;
    }
    return spent;
}

Result<AlertEvidence> ofSpike(
    Database &database, const Alert &alert, const QDateTime &now, const QTimeZone &zone)
{
    AlertEvidence evidence;
    const auto key = keyOf(alert.subject);
    if (!key.isValid() || !alert.facts.spent)
        return evidence;
    const auto last = std::min(localDay(now, zone), localDay(alert.lastTrueAt, zone));
    const DayRange days{last.addDays(1 - SpikeDays), last};
    evidence.currency = alert.facts.spent->currency();
    const auto spent = daysOf(database, key, days, evidence.currency, Bills::All);
    if (!spent)
        return fail(spent.error());
    for (int place = 0; place < spent->size(); ++place)
        evidence.points.append({startOfDay(days.first.addDays(place), zone), spent->at(place).approximate()});
    if (alert.facts.usual)
        evidence.line = alert.facts.usual->approximate();
    return evidence;
}

//! The level that the rule of this kind has now; nullopt where it has none.
Result<std::optional<double>> percentOf(Database &database, AlertKind kind)
{
    const auto rules = AlertRuleRepository(database).all();
    if (!rules)
        return fail(rules.error());
    for (const auto &rule : *rules) {
        if (rule.kind == kind)
            return std::optional(static_cast<double>(rule.value(u"percent"_s)));
    }
    return std::optional<double>();
}

Result<AlertEvidence> ofRate(Database &database, const Alert &alert, const QDateTime &now)
{
    AlertEvidence evidence;
    evidence.unit = AlertEvidence::Unit::Percent;
    const auto end = endOf(alert, now);
    auto from = end.addDays(-RateDays);
    if (alert.raisedAt.addDays(-1) < from) // its beginning belongs into the picture
        from = std::max(alert.raisedAt.addDays(-1), end.addDays(-MostRateDays));
    const auto hours = AlertEvidenceRepository(database).hourlyShares(alert.kind, alert.subject, from, end);
    if (!hours)
        return fail(hours.error());
    for (const auto &hour : *hours)
        evidence.points.append({hour.hour, 100.0 * double(hour.meant) / double(hour.requests)});
    auto line = percentOf(database, alert.kind);
    if (!line)
        return fail(line.error());
    evidence.line = *line;
    return evidence;
}

Result<AlertEvidence> ofBalance(Database &database, const Alert &alert, const QDateTime &now)
{
    AlertEvidence evidence;
    const auto end = endOf(alert, now);
    const auto steps = AlertEvidenceRepository(database).balances(
        accountOf(alert.subject), end.addDays(-BalanceDays), end);
    if (!steps)
        return fail(steps.error());
    for (const auto &step : *steps)
        evidence.points.append({step.at, step.amount.approximate()});
    if (!steps->isEmpty()) {
        evidence.currency = steps->constLast().amount.currency();
        evidence.points.append({end, steps->constLast().amount.approximate()});
    }
    if (alert.facts.limit && alert.facts.limit->currency() == evidence.currency)
        evidence.line = alert.facts.limit->approximate();
    return evidence;
}

//! From what the gateway said was used when the alert was last true, back over what the key cost since.
Result<AlertEvidence> ofCap(
    Database &database, const Alert &alert, const QDateTime &now, const QTimeZone &zone)
{
    AlertEvidence evidence;
    const auto key = keyOf(alert.subject);
    if (!key.isValid() || !alert.facts.spent)
        return evidence;
    evidence.currency = alert.facts.spent->currency();
    const auto last = std::min(localDay(now, zone), localDay(alert.lastTrueAt, zone));
    const DayRange days{last.addDays(1 - SpikeDays), last};
    const auto known = KeyRepository(database).byId(key);
    if (!known)
        return fail(known.error());
    const auto bills = known->countsByok.value_or(false) ? Bills::All : Bills::Gateway;
    const auto spent = daysOf(database, key, days, evidence.currency, bills);
    if (!spent)
        return fail(spent.error());
    auto used = *alert.facts.spent;
    for (auto place = spent->size() - 1; place >= 0 && !used.isNegative(); --place) {
        const auto day = days.first.addDays(place);
        evidence.points.prepend({std::min(endOfDay(day, zone), alert.lastTrueAt), used.approximate()});
        used -= spent->at(place);
    }
    if (alert.facts.limit)
        evidence.line = alert.facts.limit->approximate();
    return evidence;
}

} // namespace

Result<AlertEvidence> evidenceOf(
    Database &database, const Alert &alert, const QDateTime &now, const QTimeZone &zone)
{
    switch (alert.kind) {
    case AlertKind::BudgetSpent:
    case AlertKind::BudgetForecast:
        return ofBudget(database, alert, now, zone);
    case AlertKind::Spike:
        return ofSpike(database, alert, now, zone);
    case AlertKind::FailureRate:
    case AlertKind::FallbackRate:
        return ofRate(database, alert, now);
    case AlertKind::LowBalance:
        return ofBalance(database, alert, now);
    case AlertKind::KeyCap:
        return ofCap(database, alert, now, zone);
    default:
        return AlertEvidence();
    }
}

} // namespace tollkeeper
