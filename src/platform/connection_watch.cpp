// SPDX-License-Identifier: GPL-3.0-or-later
#include "platform/connection_watch.h"

#include <QDBusConnection>

using namespace Qt::Literals::StringLiterals;

namespace tollkeeper {
namespace {

constexpr uint ConnectedSite = 60; // NMState: a way out of this machine; 70 is one to the Internet
constexpr std::chrono::milliseconds Moment(300);
constexpr std::chrono::seconds Slept(30); // more than a clock that is set right by a time server

} // namespace

ConnectionWatch::ConnectionWatch(const Clock &clock, std::chrono::milliseconds tick, QObject *parent)
    : QObject(parent), m_clock(clock), m_lastLook(clock.now())
{
    m_sinceLook.start();
    m_soon.setSingleShot(true);
    m_soon.setInterval(Moment);
    connect(&m_soon, &QTimer::timeout, this, &ConnectionWatch::renewed);
    connect(&m_tick, &QTimer::timeout, this, &ConnectionWatch::lookAtClock);
    m_tick.start(tick);
    listen();
}

void ConnectionWatch::listen()
{
    auto system = QDBusConnection::systemBus();
    system.connect(u"org.freedesktop.login1"_s, u"/org/freedesktop/login1"_s,
        u"org.freedesktop.login1.Manager"_s, u"PrepareForSleep"_s, this, SLOT(preparingForSleep(bool)));
    system.connect(u"org.freedesktop.NetworkManager"_s, u"/org/freedesktop/NetworkManager"_s,
        u"org.freedesktop.NetworkManager"_s, u"StateChanged"_s, this, SLOT(networkStateChanged(uint)));
    QDBusConnection::sessionBus().connect(u"org.freedesktop.portal.Desktop"_s,
        u"/org/freedesktop/portal/desktop"_s, u"org.freedesktop.portal.NetworkMonitor"_s, u"changed"_s, this,
        SLOT(reachabilityChanged()));
}

void ConnectionWatch::preparingForSleep(bool isGoing)
{
    if (!isGoing)
        announce();
}

void ConnectionWatch::networkStateChanged(uint state)
{
    if (state >= ConnectedSite)
        announce();
}

void ConnectionWatch::reachabilityChanged()
{
    announce();
}

void ConnectionWatch::lookAtClock()
{
    const auto now = m_clock.now();
    const std::chrono::milliseconds byClock(m_lastLook.msecsTo(now));
    const std::chrono::milliseconds byTimer(m_sinceLook.restart());
    m_lastLook = now;
    if (hasSlept(byClock, byTimer))
        announce();
}

bool ConnectionWatch::hasSlept(std::chrono::milliseconds byClock, std::chrono::milliseconds byTimer)
{
    return byClock - byTimer > Slept;
}

void ConnectionWatch::announce()
{
    if (!m_soon.isActive())
        m_soon.start();
}

} // namespace tollkeeper
