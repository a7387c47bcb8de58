// SPDX-License-Identifier: GPL-3.0-or-later
#include "sync/catch_up_service.h"

#include "sync/poll_schedule.h"

namespace tollkeeper {

CatchUpService::CatchUpService(NetworkSyncService &sync, QObject *parent) : QObject(parent), m_sync(sync)
{
    m_timer.setSingleShot(true);
    connect(&m_timer, &QTimer::timeout, this, &CatchUpService::next);
}

void CatchUpService::start(std::chrono::milliseconds second)
{
    m_second = second;
    m_round = 0;
    next();
}

void CatchUpService::stop()
{
    m_timer.stop();
}

void CatchUpService::next()
{
    const bool isFirst = m_round == 0;
    if (!isFirst && !m_sync.hasUnreachable() && !m_sync.isPolling())
        return;
    m_sync.pollUnreachable();
    if (const auto delay = catchUpDelay(++m_round))
        m_timer.start(m_second * delay->count());
}

} // namespace tollkeeper
