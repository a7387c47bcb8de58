// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/scripted_alerts.h"

#include <algorithm>

using namespace tollkeeper;

namespace {

bool isIn(InboxView view, const Alert &alert)
{
    switch (view) {
    case InboxView::Open:
        return alert.state == AlertState::Firing;
    case InboxView::Snoozed:
        return alert.state == AlertState::Snoozed;
    case InboxView::Done:
        return alert.state == AlertState::Acknowledged || alert.state == AlertState::Resolved;
    case InboxView::All:
        break;
    }
    return true;
}

} // namespace

void ScriptedAlertReports::reset()
{
    now = QDateTime(QDate(2026, 6, 18), QTime(14, 32), Qt::UTC);
    zone = QTimeZone::utc();
    alerts = scripted::alerts();
    error.reset();
    detailsError.reset();
    isSilent = false;
    asked.clear();
    detailsAsked.clear();
}

Alert &ScriptedAlertReports::alert(int id)
{
    return *std::ranges::find(alerts, AlertId(id), &Alert::id);
}

Async<Inbox> ScriptedAlertReports::inbox(InboxView view)
{
    asked.append(view);
    Inbox inbox;
    inbox.asOf = now;
    inbox.zone = zone;
    for (const auto &alert : std::as_const(alerts)) {
        inbox.open += isIn(InboxView::Open, alert) ? 1 : 0;
        inbox.snoozed += isIn(InboxView::Snoozed, alert) ? 1 : 0;
        inbox.done += isIn(InboxView::Done, alert) ? 1 : 0;
        inbox.criticalOpen
            += isIn(InboxView::Open, alert) && alert.severity == AlertSeverity::Critical ? 1 : 0;
        if (isIn(view, alert))
            inbox.alerts.append(alert);
    }
    const auto problem = error;
    auto pause = QCoro::sleepFor(isSilent ? std::chrono::hours(1) : std::chrono::milliseconds(1));
    co_await pause;
    if (problem)
        co_return fail(*problem);
    co_return inbox;
}

Async<AlertDetails> ScriptedAlertReports::details(AlertId id)
{
    detailsAsked.append(id);
    auto answer = scripted::alertDetails(alert(int(id.value())));
    const auto problem = detailsError;
    auto pause = QCoro::sleepFor(std::chrono::milliseconds(1));
    co_await pause;
    if (problem)
        co_return fail(*problem);
    co_return answer;
}

void ScriptedAlertDesk::reset()
{
    outcome = Done();
    kept = {};
    acknowledged.clear();
    snoozed.clear();
    assigned.clear();
    noted.clear();
}

Async<Done> ScriptedAlertDesk::answer()
{
    auto copy = outcome;
    auto pause = QCoro::sleepFor(std::chrono::milliseconds(1));
    co_await pause;
    co_return copy;
}

Async<QList<Alert>> ScriptedAlertDesk::evaluate()
{
    co_return QList<Alert>();
}

Async<Done> ScriptedAlertDesk::acknowledge(QList<AlertId> alerts)
{
    acknowledged.append(alerts);
    for (const auto id : outcome ? alerts : QList<AlertId>()) {
        auto &alert = m_reports.alert(int(id.value()));
        alert.state = AlertState::Acknowledged;
        alert.acknowledgedAt = m_reports.now;
    }
    return answer();
}

Async<Done> ScriptedAlertDesk::snooze(QList<AlertId> alerts, std::optional<QDateTime> until)
{
    for (const auto id : alerts) {
        snoozed.append({id, until});
        if (outcome) {
            m_reports.alert(int(id.value())).state = AlertState::Snoozed;
            m_reports.alert(int(id.value())).snoozedUntil = until;
        }
    }
    return answer();
}

Async<Done> ScriptedAlertDesk::assign(AlertId alert, QString owner)
{
    assigned.append({alert, owner});
    m_reports.alert(int(alert.value())).owner = owner;
    return answer();
}

Async<Done> ScriptedAlertDesk::setNote(AlertId alert, QString note)
{
    noted.append({alert, note});
    m_reports.alert(int(alert.value())).note = note;
    return answer();
}

Async<AlertSettings> ScriptedAlertDesk::settings()
{
    auto copy = kept; // QCoro 0.8 moves out of whatever lvalue it is given
    co_return copy;
}

Async<Done> ScriptedAlertDesk::setSettings(AlertSettings settings)
{
    kept = settings;
    return answer();
}

void ScriptedChannels::reset()
{
    kept = scripted::channels();
    error.reset();
    receipt = Receipt();
    saved.clear();
    removed.clear();
    tested.clear();
}

Async<QList<Channel>> ScriptedChannels::channels()
{
    auto copy = kept;
    auto pause = QCoro::sleepFor(std::chrono::milliseconds(1));
    co_await pause;
    co_return copy;
}

Async<ChannelId> ScriptedChannels::save(Channel channel, ChannelSecrets secrets)
{
    saved.append({channel, secrets.address.isEmpty() ? QString() : secrets.address.fingerprint(),
        secrets.secret.isEmpty() ? QString() : secrets.secret.fingerprint()});
    auto pause = QCoro::sleepFor(std::chrono::milliseconds(1));
    const auto problem = error;
    co_await pause;
    if (problem)
        co_return fail(*problem);
    const auto found = std::ranges::find(kept, channel.id, &Channel::id);
    if (found != kept.end()) {
        *found = channel;
    } else {
        channel.id = ChannelId(kept.size() + 1);
        kept.append(channel);
    }
    co_return channel.id;
}

Async<Done> ScriptedChannels::remove(ChannelId channel)
{
    removed.append(channel);
    kept.removeIf([channel](const Channel &one) { return one.id == channel; });
    auto pause = QCoro::sleepFor(std::chrono::milliseconds(1));
    co_await pause;
    co_return Done();
}

Async<Receipt> ScriptedChannels::test(ChannelId channel)
{
    tested.append(channel);
    auto copy = receipt;
    auto pause = QCoro::sleepFor(std::chrono::milliseconds(1));
    co_await pause;
    co_return copy;
}
