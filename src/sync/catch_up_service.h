// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "sync/network_sync_service.h"

#include <QObject>
#include <QTimer>

namespace tollkeeper {

//! Polls as soon as there is a connection again after sleep or a change of network, when timers are late and
//! the back-off of failed polls is beside the point. UI thread; lives as long as the application.
class CatchUpService final : public QObject {
    Q_OBJECT

public:
    explicit CatchUpService(NetworkSyncService &sync, QObject *parent = nullptr);

    //! Polls what is due or was not reached, at once and again while somebody is not reached. Connections
    //! from before must have been renewed. `second` is how long a second lasts, for tests.
    void start(std::chrono::milliseconds second = std::chrono::seconds(1));
    void stop();

private:
    void next();

    NetworkSyncService &m_sync;
    QTimer m_timer;
    std::chrono::milliseconds m_second{};
    int m_round = 0;
};

} // namespace tollkeeper
