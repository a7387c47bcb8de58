// SPDX-License-Identifier: GPL-3.0-or-later
#include "viewmodels/alert_details_view_model.h"

#include "domain/zone_days.h"
#include "viewmodels/inbox_rows.h"
#include "viewmodels/variants.h"
#include "words/explain.h"

#include <QCoroTask>

namespace tollkeeper {
namespace {

template<typename Tag>
QString digits(Id<Tag> id)
{
    return id.isValid() ? QString::number(id.value()) : QString();
}

} // namespace

void AlertDetailsViewModel::show(const Alert &alert, const QTimeZone &zone)
{
    if (!m_alert || m_alert->id != alert.id) {
        m_details.reset();
        m_problem.clear();
    }
    m_alert = alert;
    m_zone = zone;
    m_words = wordsFor(alert, zone);
    if (m_details)
        m_details->alert = alert;
    ask();
}

void AlertDetailsViewModel::ask()
{
    const auto asked = ++m_asked;
    Q_EMIT changed();
    QCoro::connect(m_reports->details(m_alert->id), this, [this, asked](const auto &answer) {
        if (asked != m_asked) // another alert is shown by now
            return;
        m_answered = asked;
        if (answer) {
            m_details = *answer;
            m_problem.clear();
        } else {
            m_problem = explain(answer.error()).sentence;
        }
        Q_EMIT changed();
    });
}

void AlertDetailsViewModel::clear()
{
    m_answered = ++m_asked;
    m_alert.reset();
    m_details.reset();
    m_words = {};
    m_problem.clear();
    Q_EMIT changed();
}

QString AlertDetailsViewModel::id() const
{
    return m_alert ? digits(m_alert->id) : QString();
}

QString AlertDetailsViewModel::mark() const
{
    return m_alert ? markOf(m_alert->severity) : QString();
}

QString AlertDetailsViewModel::severity() const
{
    return m_alert ? severityText(m_alert->severity) : QString();
}

QString AlertDetailsViewModel::lead() const
{
    return m_alert ? alertLead(*m_alert, m_zone) : QString();
}

QVariantList AlertDetailsViewModel::figures() const
{
    return variants(figureLines(m_words));
}

QVariantList AlertDetailsViewModel::steps() const
{
    return variants(stepLines(m_words));
}

AlertChart AlertDetailsViewModel::chart() const
{
    return m_details ? alertChart(*m_details, m_zone) : AlertChart();
}

QVariantList AlertDetailsViewModel::events() const
{
    return m_details ? variants(eventLines(*m_details, m_zone)) : QVariantList();
}

QString AlertDetailsViewModel::notice() const
{
    return m_details ? noticeText(*m_details, m_zone) : QString();
}

QVariantList AlertDetailsViewModel::links() const
{
    return m_alert ? variants(footLinks(*m_alert)) : QVariantList();
}

//! The days of its period, or from when it began until it was last seen true.
void AlertDetailsViewModel::wantRequests()
{
    const auto &facts = m_alert->facts;
    const auto first = facts.periodFirst.isValid()
        ? facts.periodFirst
        : localDay(facts.since.value_or(m_alert->raisedAt), m_zone);
    const auto last = std::max(first, localDay(m_alert->lastTrueAt, m_zone));
    Q_EMIT requestsWanted(first.toString(Qt::ISODate), last.toString(Qt::ISODate),
        digits(keyOf(m_alert->subject)), modelOf(m_alert->subject));
}

void AlertDetailsViewModel::follow(int action)
{
    if (!m_alert)
        return;
    const auto &subject = m_alert->subject;
    switch (static_cast<AlertAction>(action)) {
    case AlertAction::None:
        return;
    case AlertAction::OpenBudget:
        return budgetWanted(digits(budgetOf(subject)));
    case AlertAction::OpenForecast:
        return forecastWanted(digits(budgetOf(subject)));
    case AlertAction::OpenKey:
        return keyWanted(digits(keyOf(subject)));
    case AlertAction::OpenAccount:
        return accountWanted(digits(accountOf(subject)));
    case AlertAction::OpenUsage:
    case AlertAction::OpenRequests:
        return wantRequests();
    case AlertAction::OpenHealth:
        return healthWanted(digits(accountOf(subject)));
    case AlertAction::OpenRule:
        return ruleWanted(toText(m_alert->kind));
    case AlertAction::StartRotation:
        return rotationWanted(digits(keyOf(subject)));
    case AlertAction::LabelKey:
        return labelsWanted(digits(keyOf(subject)));
    case AlertAction::OpenInbox:
        return inboxWanted();
    }
}

void AlertDetailsViewModel::followEvidence()
{
    if (!m_alert)
        return;
    const auto &subject = m_alert->subject;
    if (isOfBudget(m_alert->kind))
        follow(static_cast<int>(AlertAction::OpenBudget));
    else if (accountOf(subject).isValid())
        follow(static_cast<int>(AlertAction::OpenAccount));
    else if (keyOf(subject).isValid() && m_alert->kind != AlertKind::Spike
        && m_alert->kind != AlertKind::FailureRate && m_alert->kind != AlertKind::FallbackRate)
        follow(static_cast<int>(AlertAction::OpenKey));
    else
        wantRequests();
}

} // namespace tollkeeper
