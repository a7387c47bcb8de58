// SPDX-License-Identifier: GPL-3.0-or-later
#include "viewmodels/inbox_view_model.h"

#include "domain/zone_days.h"
#include "viewmodels/partner.h"
#include "viewmodels/variants.h"
#include "words/explain.h"
#include "words/figures.h"

#include <QCoroTask>

#include <algorithm>

using namespace Qt::Literals::StringLiterals;

namespace tollkeeper {
namespace {

InboxView asked(InboxViewModel::View view)
{
    switch (view) {
    case InboxViewModel::View::Open:
        return InboxView::Open;
    case InboxViewModel::View::Snoozed:
        return InboxView::Snoozed;
    case InboxViewModel::View::Done:
        return InboxView::Done;
    case InboxViewModel::View::All:
        break;
    }
    return InboxView::All;
}

} // namespace

std::optional<QDateTime> snoozeEnd(InboxViewModel::Snooze snooze, const QDateTime &now, const QTimeZone &zone)
{
    constexpr qint64 Hour = 3600;
    switch (snooze) {
    case InboxViewModel::Snooze::OneHour:
        return now.addSecs(Hour);
    case InboxViewModel::Snooze::EightHours:
        return now.addSecs(8 * Hour);
    case InboxViewModel::Snooze::Tomorrow:
        return QDateTime(localDay(now, zone).addDays(1), QTime(8, 0), zone).toUTC();
    case InboxViewModel::Snooze::OneDay:
        return now.addSecs(24 * Hour);
    case InboxViewModel::Snooze::OneWeek:
        return now.addSecs(7 * 24 * Hour);
    case InboxViewModel::Snooze::UntilItChanges:
        break;
    }
    return std::nullopt;
}

InboxViewModel::InboxViewModel(QObject *parent) : QObject(parent) { }

void InboxViewModel::setReports(AlertReports *reports)
{
    if (!exchangePartner(this, m_reports, reports))
        return;
    m_details.setReports(reports);
    Q_EMIT reportsChanged();
    if (!m_reports)
        return;
    connect(m_reports, &AlertReports::changed, this, &InboxViewModel::reload);
    reload();
}

void InboxViewModel::setService(AlertService *service)
{
    if (m_service == service)
        return;
    m_service = service;
    Q_EMIT serviceChanged();
}

void InboxViewModel::reload()
{
    if (!m_reports)
        return;
    const auto question = m_asking.ask();
    Q_EMIT updatingChanged();
    QCoro::connect(m_reports->inbox(asked(m_view)), this, [this, question](const auto &answer) {
        if (m_asking.takesAnswerTo(question)) // else a later question has overtaken this one
            show(answer);
    });
}

void InboxViewModel::show(const Result<Inbox> &answer)
{
    const auto before = current();
    if (answer) {
        m_inbox = *answer;
        showRows(inboxRows(m_inbox));
        m_asking.succeed(m_rows.isEmpty() ? State::Empty : State::Ready);
        if (m_isWanted && current() < 0 && m_view != View::All) {
            m_isWanted = false;
            setView(static_cast<int>(View::All)); // asks again, and shows then
            return;
        }
        m_isWanted = false;
        // What was dealt with has left the view: its place is taken by the next one.
        if (current() < 0 && !m_inbox.alerts.isEmpty())
            m_selected = m_inbox.alerts.at(std::clamp<qsizetype>(before, 0, m_inbox.alerts.size() - 1)).id;
        showSelected();
    } else {
        m_asking.fail(answer.error());
    }
    Q_EMIT inboxChanged();
    Q_EMIT updatingChanged();
    Q_EMIT currentChanged();
}

//! A list that is the same again stays where it is scrolled to.
void InboxViewModel::showRows(const QList<InboxRow> &rows)
{
    if (m_rows == rows)
        return;
    m_rows = rows;
    Q_EMIT rowsChanged();
}

QVariantList InboxViewModel::rows() const
{
    return variants(m_rows);
}

void InboxViewModel::showSelected()
{
    const auto row = current();
    if (row >= 0)
        return m_details.show(m_inbox.alerts.at(row), m_inbox.zone);
    m_selected = {};
    m_details.clear();
}

void InboxViewModel::setView(int view)
{
    if (view < 0 || view > static_cast<int>(View::All) || m_view == static_cast<View>(view))
        return;
    m_view = static_cast<View>(view);
    Q_EMIT viewChanged();
    reload();
}

QStringList InboxViewModel::viewNames() const
{
    return {//: %1 is a count of alerts
        tr("Open %1").arg(countText(m_inbox.open)),
        //: %1 is a count of alerts
        tr("Snoozed %1").arg(countText(m_inbox.snoozed)),
        //: %1 is a count of alerts
        tr("Done %1").arg(countText(m_inbox.done)), tr("All")};
}

int InboxViewModel::current() const
{
    const auto found = std::ranges::find(m_inbox.alerts, m_selected, &Alert::id);
    return found == m_inbox.alerts.end() ? -1 : static_cast<int>(found - m_inbox.alerts.begin());
}

void InboxViewModel::setCurrent(int row)
{
    if (row < 0 || row >= m_inbox.alerts.size() || row == current())
        return;
    m_selected = m_inbox.alerts.at(row).id;
    m_actionProblem.clear();
    showSelected();
    Q_EMIT currentChanged();
    Q_EMIT actionChanged();
}

void InboxViewModel::selectAlert(const QString &id)
{
    const AlertId wanted(id.toLongLong());
    if (!wanted.isValid())
        return;
    m_selected = wanted;
    m_isWanted = isUpdating() || current() < 0; // a view that is on its way may not have it
    if (current() < 0)
        return reload();
    showSelected();
    Q_EMIT currentChanged();
}

QList<AlertId> InboxViewModel::firing() const
{
    QList<AlertId> alerts;
    for (const auto &alert : m_inbox.alerts) {
        if (alert.state == AlertState::Firing)
            alerts.append(alert.id);
    }
    return alerts;
}

bool InboxViewModel::canAcknowledgeAll() const
{
    return !firing().isEmpty();
}

void InboxViewModel::settle(Async<Done> acting, const QString &outcome)
{
    QCoro::connect(std::move(acting), this, [this, outcome](const Outcome &done) {
        m_actionProblem = done ? QString() : explain(done.error()).sentence;
        m_outcome = done ? outcome : m_actionProblem;
        Q_EMIT actionChanged();
        if (done)
            reload();
    });
}

void InboxViewModel::acknowledge()
{
    if (m_details.canAcknowledge())
        settle(m_service->acknowledge({m_selected}), tr("Acknowledged"));
}

void InboxViewModel::acknowledgeAll()
{
    const auto alerts = firing();
    if (!alerts.isEmpty())
        settle(m_service->acknowledge(alerts),
            alerts.size() == 1 ? tr("Acknowledged") : tr("%n alerts acknowledged", "", int(alerts.size())));
}

//! What time it is the reports know: their answer is asked for anew, because the shown one may be old.
void InboxViewModel::snooze(Snooze until)
{
    if (!m_details.canSnooze())
        return;
    const auto alert = m_selected;
    QCoro::connect(m_reports->inbox(asked(m_view)), this, [this, alert, until](const Result<Inbox> &now) {
        if (now)
            return settle(m_service->snooze({alert}, snoozeEnd(until, now->asOf, now->zone)), tr("Snoozed"));
        m_actionProblem = explain(now.error()).sentence;
        Q_EMIT actionChanged();
    });
}

void InboxViewModel::assign(const QString &owner)
{
    if (m_details.hasAlert() && owner.trimmed() != m_details.owner())
        settle(m_service->assign(m_selected, owner.trimmed()), tr("Owner saved"));
}

void InboxViewModel::setNote(const QString &note)
{
    if (m_details.hasAlert() && note.trimmed() != m_details.note())
        settle(m_service->setNote(m_selected, note.trimmed()), tr("Note saved"));
}

} // namespace tollkeeper
