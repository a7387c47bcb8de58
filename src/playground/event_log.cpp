// SPDX-License-Identifier: GPL-3.0-or-later
#include "playground/event_log.h"

#include "decoder/redaction.h"

#include <algorithm>

namespace tollkeeper {
namespace {

constexpr qsizetype MostCharacters = 2000;
// Four bytes a character, and room for a secret that would otherwise be cut and not be known for one.
constexpr qsizetype MostBytes = 4 * MostCharacters + 2000;
constexpr qsizetype MostName = 200;

QByteArray beginning(QByteArrayView bytes, qsizetype most)
{
    return bytes.first(std::min(bytes.size(), most)).toByteArray();
}

} // namespace

void EventLog::add(const SseEventView &event, std::chrono::milliseconds at)
{
    ++m_total;
    Kept kept{at, beginning(event.type, MostName), beginning(event.data, MostBytes)};
    if (m_first.size() < std::size_t(ReceivedEvents::MostFirst)) {
        m_first.push_back(std::move(kept));
    } else if (m_last.size() < std::size_t(ReceivedEvents::MostLast)) {
        m_last.push_back(std::move(kept));
    } else {
        m_last[m_oldest] = std::move(kept);
        m_oldest = (m_oldest + 1) % m_last.size();
    }
}

ReceivedEvent EventLog::shown(const Kept &kept)
{
    auto data = withoutSecrets(QString::fromUtf8(kept.data));
    if (data.size() > MostCharacters)
        data = data.first(MostCharacters - 1) + QChar(0x2026);
    return {kept.at, withoutSecrets(QString::fromUtf8(kept.name)), data};
}

ReceivedEvents EventLog::events() const
{
    ReceivedEvents events;
    events.total = m_total;
    for (const auto &kept : m_first)
        events.first.append(shown(kept));
    for (std::size_t i = 0; i < m_last.size(); ++i)
        events.last.append(shown(m_last[(m_oldest + i) % m_last.size()]));
    return events;
}

} // namespace tollkeeper
