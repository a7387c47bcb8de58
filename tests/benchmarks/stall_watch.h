// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QCoreApplication>
#include <QElapsedTimer>
#include <QObject>

#include <algorithm>
#include <atomic>
#include <functional>
#include <thread>

namespace benchmark {

//! Another thread asks the GUI thread for a sign of life every two milliseconds; how long it has to wait for
//! one is how long the window was stalled.
class StallWatch : public QObject {
public:
    StallWatch() : m_thread([this] { watch(); }) { }
    ~StallWatch() override
    {
        m_isOver = true;
        m_thread.join();
    }
    Q_DISABLE_COPY_MOVE(StallWatch)
    //! The longest stall since the last call, in milliseconds.
    [[nodiscard]] double takeLongest() { return double(m_longest.exchange(0)) / 1e6; }

private:
    void watch()
    {
        QElapsedTimer timer;
        timer.start();
        while (!m_isOver) {
            std::this_thread::sleep_for(std::chrono::milliseconds(2));
            if (m_isAsked.exchange(true))
                continue;
            const auto asked = timer.nsecsElapsed();
            QMetaObject::invokeMethod(this, [this, asked, &timer] {
                m_longest = std::max<qint64>(m_longest, timer.nsecsElapsed() - asked);
                m_isAsked = false;
            });
        }
    }

    std::atomic<bool> m_isOver{false};
    std::atomic<bool> m_isAsked{false};
    std::atomic<qint64> m_longest{0};
    std::thread m_thread;
};

//! Lets the window live until the condition holds.
inline void liveUntil(const std::function<bool()> &condition)
{
    QElapsedTimer patience;
    patience.start();
    while (!condition()) {
        QCoreApplication::processEvents(QEventLoop::WaitForMoreEvents | QEventLoop::AllEvents, 10);
        if (patience.hasExpired(120'000))
            qFatal("waited two minutes in vain");
    }
}

} // namespace benchmark
