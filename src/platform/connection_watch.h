// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/clock.h"

#include <QElapsedTimer>
#include <QObject>
#include <QTimer>

namespace tollkeeper {

//! Tells when connections from before are worth nothing: the machine slept, or it is on another network.
//! Heard from logind (PrepareForSleep), NetworkManager (StateChanged) and, in a sandbox, the NetworkMonitor
//! portal; where none of them is there, from a clock that ran on while our timers stood still (trust.md 3).
//! UI thread; listening never blocks.
class ConnectionWatch : public QObject {
    Q_OBJECT

public:
    //! `clock` must outlive the watch. It is looked at every `tick`.
    explicit ConnectionWatch(const Clock &clock, std::chrono::milliseconds tick = std::chrono::seconds(5),
        QObject *parent = nullptr);

    //! Whether the machine slept while so much time passed by the clock and so much by a timer, which stands
    //! still in sleep. Pure.
    [[nodiscard]] static bool hasSlept(std::chrono::milliseconds byClock, std::chrono::milliseconds byTimer);

Q_SIGNALS:
    void renewed(); //!< once for signs that come within a moment

private Q_SLOTS:
    void preparingForSleep(bool isGoing);
    void networkStateChanged(uint state);
    void reachabilityChanged();

private:
    void listen();
    void lookAtClock();
    void announce();

    const Clock &m_clock;
    QDateTime m_lastLook; //!< UTC, of the clock
    QElapsedTimer m_sinceLook; //!< stands still while the machine sleeps
    QTimer m_tick;
    QTimer m_soon;
};

} // namespace tollkeeper
