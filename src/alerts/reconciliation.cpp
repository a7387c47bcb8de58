// SPDX-License-Identifier: GPL-3.0-or-later
#include "alerts/reconciliation.h"

#include "base/clock.h"
#include "storage/alert_repository.h"
#include "storage/delivery_repository.h"

#include <algorithm>

namespace tollkeeper {
namespace {

//! The end of some things is news; that of others (a day's spike, an expiry) is not.
bool isToldWhenOver(AlertKind kind)
{
    switch (kind) {
    case AlertKind::BudgetSpent:
    case AlertKind::LowBalance:
    case AlertKind::KeyCap:
    case AlertKind::GatewayHealth:
    case AlertKind::FailureRate:
    case AlertKind::FallbackRate:
        return true;
    default:
        return false;
    }
}

class Reconciliation {
public:
    Reconciliation(Database &database, const FindingSource &source, const LookMoment &moment)
        : m_alerts(database), m_deliveries(database), m_source(source), m_moment(moment)
    {
    }

    Result<QList<Alert>> run(const AlertFindings &findings)
    {
        for (const auto &finding : findings.found) {
            if (auto followed = follow(finding); !followed)
                return fail(followed.error());
        }
        if (auto closed = closeOthers(findings); !closed)
            return fail(closed.error());
        return std::move(m_raised);
    }

    Result<QList<Alert>> raiseOnly(const AlertFindings &findings)
    {
        for (const auto &finding : findings.found) {
            const auto record = m_alerts.recordOf(finding);
            if (!record)
                return fail(record.error());
            if (auto raised = *record ? Outcome(Done{}) : raise(finding); !raised)
                return fail(raised.error());
        }
        return std::move(m_raised);
    }

    Outcome note(AlertId alert, AlertEvent::What what, const QString &text = {})
    {
        return m_alerts.addEvent(alert, {m_moment.now, what, text});
    }

    //! One notice for each channel, committed with the change it tells of.
    Outcome queue(const Alert &alert, NoticeReason reason)
    {
        Delivery delivery;
        delivery.alert = alert.id;
        delivery.round = alert.notices;
        delivery.reason = reason;
        delivery.nextTryAt = noticeMayGoAt(
            m_moment.settings, alert.severity == AlertSeverity::Critical, m_moment.now, m_moment.zone);
        for (const auto channel : m_source.channels) {
            delivery.channel = channel;
            if (auto queued = m_deliveries.queueOnce(delivery); !queued)
                return queued;
        }
        return Done{};
    }

private:
    Outcome follow(const AlertFinding &finding)
    {
        const auto record = m_alerts.recordOf(finding);
        if (!record)
            return fail(record.error());
        const bool fires = finding.level == AlertFinding::Level::Fires;
        if (*record && (*record)->isTrue())
            return keep(**record, finding);
        if (!fires)
            return Done{};
        if (!*record)
            return raise(finding);
        const bool isAnotherEpisode = finding.occurrence.isEmpty()
            && (*record)->resolvedAt.value_or(m_moment.now).secsTo(m_moment.now) >= SameEpisodeWithinSeconds;
        return isAnotherEpisode ? raise(finding) : reopen(**record, finding);
    }

    Outcome keep(Alert alert, const AlertFinding &finding)
    {
        m_seen.append(alert.id);
        alert.facts = finding.facts;
        alert.severity = finding.severity;
        alert.lastTrueAt = m_moment.now;
        return m_alerts.update(alert);
    }

    Outcome raise(const AlertFinding &finding)
    {
        Alert alert;
        alert.kind = finding.kind;
        alert.source = finding.source;
        alert.subject = finding.subject;
        alert.step = finding.step;
        alert.occurrence = finding.occurrence.isEmpty() ? utcText(m_moment.now) : finding.occurrence;
        alert.severity = finding.severity;
        alert.facts = finding.facts;
        alert.raisedAt = alert.lastTrueAt = m_moment.now;
        alert.isLate = m_moment.isLate;
        alert.notices = 1;
        const auto id = m_alerts.addOnce(alert);
        if (!id)
            return fail(id.error());
        if (!*id)
            return Done{};
        alert.id = **id;
        m_seen.append(alert.id);
        m_raised.append(alert);
        if (auto noted = note(alert.id, AlertEvent::What::Raised); !noted)
            return noted;
        return queue(alert, NoticeReason::Raised);
    }

    //! The same crossing once more, after figures were restated: seen in the inbox, not told again; unless it
    //! is another limit that is crossed now.
    Outcome reopen(Alert alert, const AlertFinding &finding)
    {
        const bool isAnotherLimit = alert.facts.limit != finding.facts.limit;
        m_seen.append(alert.id);
        alert.state = AlertState::Firing;
        alert.resolvedAt = std::nullopt;
        alert.acknowledgedAt = std::nullopt;
        alert.snoozedUntil = std::nullopt;
        alert.facts = finding.facts;
        alert.severity = finding.severity;
        alert.lastTrueAt = m_moment.now;
        alert.notices += isAnotherLimit ? 1 : 0;
        m_raised.append(alert);
        if (auto updated = m_alerts.update(alert); !updated)
            return updated;
        if (auto noted = note(alert.id, AlertEvent::What::Reopened); !noted)
            return noted;
        return isAnotherLimit ? queue(alert, NoticeReason::Raised) : Outcome(Done{});
    }

    Outcome closeOthers(const AlertFindings &findings)
    {
        if (findings.isUndecided)
            return Done{};
        const auto open = m_alerts.unresolved(m_source.kind, m_source.id);
        if (!open)
            return fail(open.error());
        for (const auto &alert : *open) {
            const bool isMeant = !m_source.occurrence || alert.occurrence == *m_source.occurrence;
            if (!isMeant || m_seen.contains(alert.id) || findings.undecidedSubjects.contains(alert.subject))
                continue;
            if (auto closed = close(alert, AlertEvent::What::Resolved); !closed)
                return closed;
        }
        return Done{};
    }

public:
    Outcome close(Alert alert, AlertEvent::What why)
    {
        alert.state = AlertState::Resolved;
        alert.resolvedAt = m_moment.now;
        alert.snoozedUntil = std::nullopt;
        if (auto updated = m_alerts.update(alert); !updated)
            return updated;
        if (auto noted = note(alert.id, why); !noted)
            return noted;
        const bool isNews = why == AlertEvent::What::Resolved && isToldWhenOver(alert.kind);
        return isNews ? queue(alert, NoticeReason::Resolved) : Outcome(Done{});
    }

    Outcome wake(Alert alert)
    {
        alert.state = AlertState::Firing;
        alert.snoozedUntil = std::nullopt;
        ++alert.notices;
        if (auto updated = m_alerts.update(alert); !updated)
            return updated;
        if (auto noted = note(alert.id, AlertEvent::What::SnoozeOver); !noted)
            return noted;
        return queue(alert, NoticeReason::SnoozeOver);
    }

private:
    AlertRepository m_alerts;
    DeliveryRepository m_deliveries;
    const FindingSource &m_source;
    const LookMoment &m_moment;
    QList<AlertId> m_seen;
    QList<Alert> m_raised;
};

} // namespace

Result<QList<Alert>> reconcile(
    Database &database, const FindingSource &source, const AlertFindings &findings, const LookMoment &moment)
{
    return Reconciliation(database, source, moment).run(findings);
}

Result<QList<Alert>> raiseMissed(
    Database &database, const FindingSource &source, const AlertFindings &findings, LookMoment moment)
{
    moment.isLate = true;
    return Reconciliation(database, source, moment).raiseOnly(findings);
}

Outcome resolve(Database &database, Alert alert, AlertEvent::What why, const FindingSource &source,
    const LookMoment &moment)
{
    return Reconciliation(database, source, moment).close(std::move(alert), why);
}

Outcome endSnooze(Database &database, Alert alert, const FindingSource &source, const LookMoment &moment)
{
    return Reconciliation(database, source, moment).wake(std::move(alert));
}

} // namespace tollkeeper
