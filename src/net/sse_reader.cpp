// SPDX-License-Identifier: GPL-3.0-or-later
#include "net/sse_reader.h"

#include <cstring>
#include <utility>

namespace tollkeeper {
namespace {

constexpr QByteArrayView Mark("\xef\xbb\xbf");

//! Replaces the text and keeps its memory: events come by the hundred thousand.
void assign(QByteArray &text, QByteArrayView value)
{
    text.resize(0);
    text.append(value);
}

const char *firstOf(char wanted, const char *from, const char *until)
{
    if (from == until) // and may be null, where memchr must not look
        return until;
    const auto *found = std::memchr(from, wanted, static_cast<std::size_t>(until - from));
    return found ? static_cast<const char *>(found) : until;
}

//! Finds the ends of lines; each byte is looked at once for LF and once for CR, whatever the lines end in.
class LineEnds {
public:
    explicit LineEnds(QByteArrayView bytes)
        : m_end(bytes.end()), m_lineFeed(firstOf('\n', bytes.begin(), m_end))
    {
    }

    //! The first CR or LF from there on; the end of the bytes where there is none.
    [[nodiscard]] const char *next(const char *from)
    {
        if (m_lineFeed < from)
            m_lineFeed = firstOf('\n', from, m_end);
        return firstOf('\r', from, m_lineFeed);
    }

private:
    const char *m_end;
    const char *m_lineFeed; //!< the next one, or the end
};

SseEvent copied(const SseEventView &event)
{
    return {event.type.toByteArray(), event.data.toByteArray(), event.id.toByteArray()};
}

} // namespace

void SseReader::feed(QByteArrayView bytes, const Tell &tell)
{
    LineEnds ends(bytes);
    for (const auto *from = bytes.begin(); from != bytes.end();) {
        if (std::exchange(m_afterReturn, false) && *from == '\n') {
            ++from;
            continue;
        }
        const auto *end = ends.next(from);
        const QByteArrayView piece(from, end);
        if (m_line.size() + piece.size() > m_longestLine) {
            m_skipsLine = true;
            m_line.clear();
        }
        const bool isWhole = m_line.isEmpty() && end != bytes.end();
        if (!m_skipsLine && !isWhole)
            m_line.append(piece);
        if (end == bytes.end())
            break;
        m_afterReturn = *end == '\r';
        from = end + 1;
        endLine(
            isWhole ? piece : QByteArrayView(m_line), isWhole ? Stays::UntilFed : Stays::UntilNextLine, tell);
    }
    keepData();
}

QList<SseEvent> SseReader::feed(QByteArrayView bytes)
{
    QList<SseEvent> events;
    feed(bytes, [&events](const SseEventView &event) { events.append(copied(event)); });
    return events;
}

std::optional<SseEvent> SseReader::takeUnfinished()
{
    std::optional<SseEvent> taken;
    const auto take = [&taken](const SseEventView &event) { taken = copied(event); };
    if (!m_line.isEmpty() || m_skipsLine)
        endLine(m_line, Stays::UntilNextLine, take);
    endEvent(take);
    return taken;
}

void SseReader::endLine(QByteArrayView line, Stays stays, const Tell &tell)
{
    const bool isFirst = std::exchange(m_isFirstLine, false);
    const auto text = isFirst && line.startsWith(Mark) ? line.sliced(Mark.size()) : line;
    if (std::exchange(m_skipsLine, false))
        m_skipsEvent = m_isOverflown = true;
    else if (text.isEmpty())
        endEvent(tell);
    else
        readField(text, stays);
    m_line.resize(0);
}

void SseReader::readField(QByteArrayView line, Stays stays)
{
    const auto *const colon = firstOf(':', line.begin(), line.end());
    if (colon == line.begin()) {
        ++m_comments;
        return;
    }
    const QByteArrayView name(line.begin(), colon);
    auto value = colon == line.end() ? QByteArrayView() : QByteArrayView(colon + 1, line.end());
    if (value.startsWith(' '))
        value = value.sliced(1);
    if (name == "event")
        assign(m_type, value);
    else if (name == "id" && !value.contains('\0'))
        assign(m_id, value);
    else if (name == "data")
        readData(value, stays);
}

void SseReader::readData(QByteArrayView value, Stays stays)
{
    if (m_data.size() + m_dataView.size() + value.size() >= m_largestEvent) {
        m_skipsEvent = m_isOverflown = true;
        m_data.clear();
        m_dataView = {};
    }
    if (m_skipsEvent)
        return;
    const bool isFirst = !std::exchange(m_hasData, true);
    if (isFirst && stays == Stays::UntilFed) {
        m_dataView = value;
        return;
    }
    keepData();
    if (!isFirst)
        m_data.append('\n');
    m_data.append(value);
}

//! The bytes that are being fed go away.
void SseReader::keepData()
{
    m_data.append(m_dataView);
    m_dataView = {};
}

void SseReader::endEvent(const Tell &tell)
{
    if (m_hasData && !m_skipsEvent)
        tell({m_type, m_dataView.isEmpty() ? QByteArrayView(m_data) : m_dataView, m_id});
    m_type.resize(0);
    m_data.resize(0);
    m_dataView = {};
    m_hasData = m_skipsEvent = false;
}

} // namespace tollkeeper
