// SPDX-License-Identifier: GPL-3.0-or-later
#include "simulator/clock_control.h"

namespace tollkeeper::simulator {

QDateTime ClockControl::now() const
{
    const std::scoped_lock lock(m_mutex);
    return m_clock.now();
}

void ClockControl::moveTo(const QDateTime &moment)
{
    const std::scoped_lock lock(m_mutex);
    m_clock.moveTo(moment);
}

void ClockControl::advance(std::chrono::milliseconds by)
{
    const std::scoped_lock lock(m_mutex);
    m_clock.moveTo(m_clock.now().addMSecs(by.count()));
}

} // namespace tollkeeper::simulator
