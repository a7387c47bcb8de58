// SPDX-License-Identifier: GPL-3.0-or-later
#include "platform/tray_watch.h"

#include <QDBusMessage>
#include <QDBusPendingCallWatcher>
#include <QDBusPendingReply>
#include <QDBusVariant>

using namespace Qt::Literals::StringLiterals;

namespace tollkeeper {
namespace {

// https://specifications.freedesktop.org/status-notifier-item/latest/status-notifier-watcher.html
const auto Watcher = u"org.kde.StatusNotifierWatcher"_s;
const auto WatcherPath = u"/StatusNotifierWatcher"_s;

} // namespace

TrayWatch::TrayWatch(QObject *parent)
    : QObject(parent)
    , m_bus(QDBusConnection::sessionBus())
    , m_watcher(Watcher, m_bus, QDBusServiceWatcher::WatchForOwnerChange)
{
    connect(&m_watcher, &QDBusServiceWatcher::serviceRegistered, this, &TrayWatch::ask);
    connect(&m_watcher, &QDBusServiceWatcher::serviceUnregistered, this, [this] {
        ++m_asked; // an answer still on its way is of the one that has gone
        setAvailable(false);
    });
    for (const auto &signal : {u"StatusNotifierHostRegistered"_s, u"StatusNotifierHostUnregistered"_s})
        m_bus.connect(Watcher, WatcherPath, Watcher, signal, this, SLOT(ask()));
    ask();
}

void TrayWatch::ask()
{
    if (!m_bus.isConnected())
        return;
    auto call = QDBusMessage::createMethodCall(
        Watcher, WatcherPath, u"org.freedesktop.DBus.Properties"_s, u"Get"_s);
    call.setAutoStartService(false); // a desktop without a tray is not made to have one
    call.setArguments({Watcher, u"IsStatusNotifierHostRegistered"_s});
    const auto asked = ++m_asked;
    auto *pending = new QDBusPendingCallWatcher(m_bus.asyncCall(call), this);
    connect(pending, &QDBusPendingCallWatcher::finished, this, [this, asked, pending] {
        const QDBusPendingReply<QDBusVariant> reply = *pending;
        pending->deleteLater();
        if (asked == m_asked)
            setAvailable(!reply.isError() && reply.value().variant().toBool());
    });
}

void TrayWatch::setAvailable(bool isAvailable)
{
    if (m_isAvailable == isAvailable)
        return;
    m_isAvailable = isAvailable;
    Q_EMIT availableChanged();
}

} // namespace tollkeeper
