// SPDX-License-Identifier: GPL-3.0-or-later
#include "simulator/replays.h"

namespace tollkeeper::simulator {

std::optional<Replays::Known> Replays::find(const QByteArray &key) const
{
    const std::scoped_lock lock(m_mutex);
    const auto found = m_known.find(key);
    return found == m_known.end() ? std::nullopt : std::optional(found->second);
}

void Replays::remember(const QByteArray &key, const QByteArray &body, const Answer &answer)
{
    const std::scoped_lock lock(m_mutex);
    m_known.insert_or_assign(key, Known{body, answer});
}

} // namespace tollkeeper::simulator
