// SPDX-License-Identifier: GPL-3.0-or-later
#include "analytics/stored_alert_reports.h"

#include "analytics/alert_evidence.h"
#include "storage/account_repository.h"
#include "storage/alert_repository.h"
#include "storage/channel_repository.h"
#include "storage/delivery_repository.h"

#include <QCoroFuture>

#include <algorithm>

using namespace Qt::Literals::StringLiterals;

namespace tollkeeper {
namespace {

Result<QList<Alert>> alertsIn(AlertRepository &alerts, InboxView view)
{
    constexpr auto Most = StoredAlertReports::MostAlerts;
    switch (view) {
    case InboxView::Open:
        return alerts.latestIn({AlertState::Firing}, Most);
    case InboxView::Snoozed:
        return alerts.latestIn({AlertState::Snoozed}, Most);
    case InboxView::Done:
        return alerts.latestIn({AlertState::Acknowledged, AlertState::Resolved}, Most);
    case InboxView::All:
        break;
    }
    return alerts.latest(Most);
}

Result<Inbox> readInbox(Database &database, InboxView view, const QDateTime &now)
{
    AlertRepository repository(database);
    const auto zone = AccountRepository(database).zone();
    const auto counts = repository.counts();
    const auto alerts = alertsIn(repository, view);
    if (!zone)
        return fail(zone.error());
    if (!counts)
        return fail(counts.error());
    if (!alerts)
        return fail(alerts.error());
    Inbox inbox;
    inbox.asOf = now;
    inbox.zone = *zone;
    inbox.alerts = *alerts;
    inbox.open = counts->open;
    inbox.snoozed = counts->snoozed;
    inbox.done = counts->done;
    inbox.criticalOpen = counts->criticalOpen;
    return inbox;
}

//! A channel that is gone keeps its receipts; only its name is lost.
Result<QList<DeliveryLine>> linesOf(Database &database, AlertId alert)
{
    const auto deliveries = DeliveryRepository(database).of(alert);
    const auto channels = ChannelRepository(database).all();
    if (!deliveries)
        return fail(deliveries.error());
    if (!channels)
        return fail(channels.error());
    QList<DeliveryLine> lines;
    for (const auto &delivery : *deliveries) {
        DeliveryLine line{delivery, {}, ChannelKind::Webhook};
        const auto channel = std::ranges::find(*channels, delivery.channel, &Channel::id);
        if (channel != channels->end()) {
            line.channelName = channel->name;
            line.channelKind = channel->kind;
        }
        lines.append(line);
    }
    return lines;
}

Result<AlertDetails> readDetails(Database &database, AlertId id, const QDateTime &now)
{
    AlertRepository repository(database);
    const auto alert = repository.byId(id);
    if (!alert)
        return fail(alert.error());
    if (!*alert)
        return fail(Error::Kind::NotFound, u"alert"_s);
    const auto zone = AccountRepository(database).zone();
    if (!zone)
        return fail(zone.error());
    const auto events = repository.events(id);
    const auto deliveries = linesOf(database, id);
    const auto evidence = evidenceOf(database, **alert, now, *zone);
    if (!events)
        return fail(events.error());
    if (!deliveries)
        return fail(deliveries.error());
    if (!evidence)
        return fail(evidence.error());
    return AlertDetails{**alert, *events, *deliveries, *evidence};
}

} // namespace

StoredAlertReports::StoredAlertReports(Storage &storage, const Clock &clock, QObject *parent)
    : AlertReports(parent), m_storage(storage), m_clock(clock)
{
}

Async<Inbox> StoredAlertReports::inbox(InboxView view)
{
    auto reading = m_storage.read(
        [view, now = m_clock.now()](Database &database) { return readInbox(database, view, now); });
    auto answer = co_await reading;
    co_return answer;
}

Async<AlertDetails> StoredAlertReports::details(AlertId alert)
{
    auto reading = m_storage.read(
        [alert, now = m_clock.now()](Database &database) { return readDetails(database, alert, now); });
    auto answer = co_await reading;
    co_return answer;
}

} // namespace tollkeeper
