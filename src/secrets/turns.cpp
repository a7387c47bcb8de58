// SPDX-License-Identifier: GPL-3.0-or-later
#include "secrets/turns.h"

namespace tollkeeper {

OneShot<Done> Turns::take()
{
    OneShot<Done> turn;
    if (m_isTaken && !m_isClosed) {
        m_waiting.push_back(turn);
        return turn;
    }
    m_isTaken = true;
    turn.give(Done{});
    return turn;
}

void Turns::close()
{
    m_isClosed = true;
    for (const auto &turn : std::exchange(m_waiting, {}))
        turn.give(Done{});
}

void Turns::pass()
{
    m_isTaken = !m_waiting.empty();
    // Later, not now: whoever passes the turn is still leaving its coroutine.
    if (m_isTaken)
        QMetaObject::invokeMethod(
            &m_context, [this] { callNext(); }, Qt::QueuedConnection);
}

void Turns::callNext()
{
    if (m_waiting.empty())
        return; // closed meanwhile
    const auto turn = m_waiting.front();
    m_waiting.pop_front();
    turn.give(Done{});
}

} // namespace tollkeeper
