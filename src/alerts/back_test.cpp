// SPDX-License-Identifier: GPL-3.0-or-later
#include "alerts/back_test.h"

#include "alerts/reconciliation.h"
#include "alerts/rule_evaluation.h"
#include "storage/account_repository.h"
#include "storage/outage_repository.h"
#include "storage/request_rate_repository.h"
#include "storage/spend_repository.h"

#include <QMap>
#include <QSet>

#include <algorithm>
#include <tuple>

using namespace Qt::Literals::StringLiterals;

namespace tollkeeper {
namespace {

constexpr qint64 MinuteInSeconds = 60;
constexpr qint64 HourInSeconds = 3600;
constexpr int HoursBetweenBalances = 6;

//! What of the findings makes one crossing.
using Crossing = std::tuple<QString, int, QString>; //!< subject, step, occurrence
Crossing crossingOf(const AlertFinding &finding)
{
    return {finding.subject, finding.step, finding.occurrence};
}

//! Keeps the alerts of one rule as the inbox would, without anybody's acknowledgement.
class Ledger {
public:
    //! Answers with what is raised anew.
    [[nodiscard]] QList<AlertFinding> take(const AlertFindings &findings, const QDateTime &now)
    {
        if (findings.isUndecided)
            return {};
        QSet<QString> undecided(findings.undecidedSubjects.cbegin(), findings.undecidedSubjects.cend());
        QList<AlertFinding> raised;
        QMap<Crossing, bool> stillTrue;
        for (const auto &finding : findings.found) {
            if (undecided.contains(finding.subject))
                continue;
            const auto crossing = crossingOf(finding);
            stillTrue.insert(crossing, true);
            if (finding.level != AlertFinding::Level::Fires || m_open.contains(crossing))
                continue;
            if (isNew(crossing, now))
                raised.append(finding);
            m_open.insert(crossing, now);
        }
        for (auto open = m_open.begin(); open != m_open.end();) {
            const bool isOver
                = !stillTrue.contains(open.key()) && !undecided.contains(std::get<0>(open.key()));
            if (isOver)
                m_closed.insert(open.key(), now);
            open = isOver ? m_open.erase(open) : std::next(open);
        }
        return raised;
    }

private:
    //! A crossing with an occurrence has one record for ever; an episode a new one each time, unless it is
    //! back within the hour.
    [[nodiscard]] bool isNew(const Crossing &crossing, const QDateTime &now) const
    {
        const auto closed = m_closed.constFind(crossing);
        if (closed == m_closed.constEnd())
            return true;
        return std::get<2>(crossing).isEmpty() && closed->secsTo(now) >= SameEpisodeWithinSeconds;
    }

    QMap<Crossing, QDateTime> m_open;
    QMap<Crossing, QDateTime> m_closed;
};

QList<QDateTime> evenly(const QDateTime &from, const QDateTime &now, qint64 seconds)
{
    QList<QDateTime> moments;
    for (auto moment = from.addSecs(seconds); moment < now; moment = moment.addSecs(seconds))
        moments.append(moment);
    return moments;
}

//! At an hour of each day, from the day after the first on.
QList<QDateTime> daily(const DayRange &days, int hour, const QDateTime &now, const QTimeZone &zone)
{
    QList<QDateTime> moments;
    for (auto day = days.first; day <= days.last; day = day.addDays(1)) {
        const auto moment = QDateTime(day, QTime(hour, 0), zone).toUTC();
        if (moment < now)
            moments.append(moment);
    }
    return moments;
}

Result<QList<QDateTime>> aroundOutages(
    Database &database, const AlertRule &rule, const QDateTime &from, const QDateTime &now)
{
    const auto outages = OutageRepository(database).between(from, now);
    if (!outages)
        return fail(outages.error());
    QList<QDateTime> moments;
    for (const auto &outage : *outages) {
        const auto end = std::min(outage.endedAt.value_or(now), now);
        const auto lasted = outage.beganAt.secsTo(end);
        const auto step = std::max<qint64>(MinuteInSeconds, lasted / std::max(1, 4 * outage.polls));
        moments += evenly(outage.beganAt, end, step);
        moments.append(outage.beganAt.addSecs(rule.value(u"minutes"_s) * MinuteInSeconds));
        moments.append(end.addMSecs(-1));
        moments.append(end);
    }
    moments.removeIf([&](const QDateTime &moment) { return moment <= from || moment >= now; });
    return moments;
}

//! The ledger's own days of those asked for; nullopt: it knows none of them.
Result<std::optional<DayRange>> knownDays(
    Database &database, const AlertRule &rule, int days, QDate today, const QTimeZone &zone)
{
    auto first = SpendRepository(database).firstDay();
    if (!first)
        return fail(first.error());
    if (rule.kind == AlertKind::GatewayHealth || rule.kind == AlertKind::LowBalance) {
        const auto accounts = AccountRepository(database).all();
        if (!accounts)
            return fail(accounts.error());
        for (const auto &account : *accounts) {
            const auto added = localDay(account.addedAt, zone);
            *first = std::min(first->value_or(added), added);
        }
    }
    if (!*first || **first > today)
        return std::optional<DayRange>();
    return std::optional(DayRange{std::max(**first, today.addDays(1 - std::max(1, days))), today});
}

Result<bool> canTell(Database &database, const AlertRule &rule, const QDateTime &from, const QDateTime &now)
{
    switch (rule.kind) {
    case AlertKind::KeyCap: // the gateway's figures of now are all there is
        return false;
    case AlertKind::FailureRate:
    case AlertKind::FallbackRate:
    case AlertKind::ServedModel:
        return RequestRateRepository(database).hasRows(from, now);
    default:
        return true;
    }
}

//! A day that is found over the level after it has ended was so by its end.
QDateTime raisedAt(const AlertFinding &finding, const QDateTime &moment, const QTimeZone &zone)
{
    if (finding.kind != AlertKind::Spike)
        return moment;
    return std::min(moment, startOfDay(finding.facts.periodLast.addDays(1), zone).addMSecs(-1));
}

} // namespace

Result<QList<QDateTime>> momentsToLookAt(Database &database, const AlertRule &rule, const DayRange &days,
    const QDateTime &now, const QTimeZone &zone)
{
    constexpr int Noon = 12;
    const auto from = startOfDay(days.first, zone);
    Result<QList<QDateTime>> moments(QList<QDateTime>{});
    switch (rule.kind) {
    case AlertKind::FailureRate:
    case AlertKind::FallbackRate:
        *moments = evenly(from, now, std::min(rule.value(u"minutes"_s) * MinuteInSeconds, HourInSeconds));
        break;
    case AlertKind::UnusualHour:
        *moments = evenly(from, now, HourInSeconds);
        break;
    case AlertKind::LowBalance:
        *moments = evenly(from, now, HoursBetweenBalances * HourInSeconds);
        break;
    case AlertKind::GatewayHealth:
        moments = aroundOutages(database, rule, from, now);
        break;
    case AlertKind::WeeklyDigest:
        *moments = daily(days, int(rule.value(u"hour"_s)), now, zone);
        break;
    default:
        *moments = daily(days, Noon, now, zone);
        break;
    }
    if (!moments)
        return moments;
    moments->append(now);
    std::sort(moments->begin(), moments->end());
    moments->erase(std::unique(moments->begin(), moments->end()), moments->end());
    return moments;
}

Result<BackTest> backTest(
    Database &database, const AlertRule &rule, int days, const QDateTime &now, const QTimeZone &zone)
{
    const auto today = localDay(now, zone);
    const auto known = knownDays(database, rule, days, today, zone);
    if (!known)
        return fail(known.error());
    BackTest test;
    test.days = known->value_or(DayRange{today.addDays(1 - std::max(1, days)), today});
    const auto told = canTell(database, rule, startOfDay(test.days.first, zone), now);
    if (!told)
        return fail(told.error());
    test.canTell = *known && *told;
    if (!test.canTell)
        return test;
    const auto moments = momentsToLookAt(database, rule, test.days, now, zone);
    if (!moments)
        return fail(moments.error());
    Ledger ledger;
    for (const auto &moment : *moments) {
        const auto findings = evaluateRule(database, rule, moment, zone);
        if (!findings)
            return fail(findings.error());
        for (const auto &finding : ledger.take(*findings, moment))
            test.hits.append({raisedAt(finding, moment, zone), finding.severity, finding.facts});
    }
    std::stable_sort(test.hits.begin(), test.hits.end(),
        [](const BackTestHit &a, const BackTestHit &b) { return a.at < b.at; });
    return test;
}

} // namespace tollkeeper
