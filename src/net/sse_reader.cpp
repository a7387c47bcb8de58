// SPDX-License-Identifier: GPL-3.0-or-later
#include "net/sse_reader.h"

#include <algorithm>
#include <utility>

namespace tollkeeper {
namespace {

constexpr QByteArrayView Mark("\xef\xbb\xbf");

} // namespace

QList<SseEvent> SseReader::feed(QByteArrayView bytes)
{
    QList<SseEvent> events;
    while (!bytes.isEmpty()) {
        if (std::exchange(m_afterReturn, false) && bytes.front() == '\n') {
            bytes = bytes.sliced(1);
            continue;
        }
        const auto *end
            = std::find_if(bytes.begin(), bytes.end(), [](char c) { return c == '\n' || c == '\r'; });
        const auto size = end - bytes.begin();
        if (m_line.size() + size > m_longestLine) {
            m_skipsLine = true;
            m_line.clear();
        }
        if (!m_skipsLine)
            m_line.append(bytes.first(size));
        if (end == bytes.end())
            break;
        m_afterReturn = *end == '\r';
        bytes = bytes.sliced(size + 1);
        endLine(events);
    }
    return events;
}

std::optional<SseEvent> SseReader::takeUnfinished()
{
    QList<SseEvent> none;
    if (!m_line.isEmpty() || m_skipsLine)
        endLine(none);
    return takeEvent();
}

void SseReader::endLine(QList<SseEvent> &events)
{
    const auto line = std::exchange(m_line, {});
    const bool wasSkipped = std::exchange(m_skipsLine, false);
    const bool isFirst = std::exchange(m_isFirstLine, false);
    if (wasSkipped) {
        m_skipsEvent = m_isOverflown = true;
        return;
    }
    const auto marked = QByteArrayView(line);
    const auto text = isFirst && marked.startsWith(Mark) ? marked.sliced(Mark.size()) : marked;
    if (!text.isEmpty())
        readField(text);
    else if (const auto event = takeEvent())
        events.append(*event);
}

void SseReader::readField(QByteArrayView line)
{
    const auto colon = line.indexOf(':');
    if (colon == 0) {
        ++m_comments;
        return;
    }
    const auto name = colon < 0 ? line : line.first(colon);
    auto value = colon < 0 ? QByteArrayView() : line.sliced(colon + 1);
    if (value.startsWith(' '))
        value = value.sliced(1);
    if (name == "event") {
        m_type = value.toByteArray();
    } else if (name == "id") {
        if (!value.contains('\0'))
            m_id = value.toByteArray();
    } else if (name == "data") {
        if (m_data.size() + value.size() >= m_largestEvent) {
            m_skipsEvent = m_isOverflown = true;
            m_data.clear();
        }
        if (m_skipsEvent)
            return;
        if (std::exchange(m_hasData, true))
            m_data.append('\n');
        m_data.append(value);
    }
}

std::optional<SseEvent> SseReader::takeEvent()
{
    SseEvent event{std::exchange(m_type, {}), std::exchange(m_data, {}), m_id};
    const bool isWhole = std::exchange(m_hasData, false) && !std::exchange(m_skipsEvent, false);
    m_skipsEvent = false;
    return isWhole ? std::optional(std::move(event)) : std::nullopt;
}

} // namespace tollkeeper
