// SPDX-License-Identifier: GPL-3.0-or-later
#include "alerts/notification_replies.h"

#include "storage/delivery_repository.h"

#include <QCoroFuture>

namespace tollkeeper {
namespace {

Async<AlertId> findAlert(Storage &storage, quint32 id)
{
    auto reading = storage.read(
        [id](Database &database) { return DeliveryRepository(database).alertOfNotice(DesktopChannel, id); });
    const auto alert = co_await reading;
    co_return alert;
}

} // namespace

NotificationReplies::NotificationReplies(
    NotificationSink &sink, Storage &storage, const Clock &clock, AlertService &alerts, QObject *parent)
    : QObject(parent), m_storage(storage), m_alerts(alerts)
{
    connect(&sink, &NotificationSink::openRequested, this, [this](quint32 id) {
        withAlertOf(id, [this](AlertId alert) { Q_EMIT m_alerts.openRequested(alert); });
    });
    connect(&sink, &NotificationSink::acknowledgeRequested, this, [this](quint32 id) {
        withAlertOf(id, [this](AlertId alert) {
            if (alert.isValid())
                QCoro::connect(m_alerts.acknowledge({alert}), &m_alerts, [](const Outcome &) {});
        });
    });
    connect(&sink, &NotificationSink::snoozeRequested, this, [this, &clock](quint32 id) {
        withAlertOf(id, [this, &clock](AlertId alert) {
            if (alert.isValid())
                QCoro::connect(
                    m_alerts.snooze({alert}, clock.now().addDays(1)), &m_alerts, [](const Outcome &) {});
        });
    });
}

void NotificationReplies::withAlertOf(quint32 id, std::function<void(AlertId)> then)
{
    QCoro::connect(findAlert(m_storage, id), this,
        [then](const Result<AlertId> &alert) { then(alert.value_or(AlertId())); });
}

} // namespace tollkeeper
