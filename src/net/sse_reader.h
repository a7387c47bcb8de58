// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QByteArrayView>
#include <QList>

#include <optional>

namespace tollkeeper {

//! One event of a text/event-stream.
struct SseEvent {
    QByteArray type; //!< of the "event" field; empty where there is none
    QByteArray data; //!< its lines joined by LF
    QByteArray id; //!< the last one told so far
    friend bool operator==(const SseEvent &, const SseEvent &) = default;
};

//! Bytes in, events out, by the rules of the WHATWG (HTML, 9.2.6): lines end in CR, LF or CRLF, a leading
//! byte order mark is skipped, lines that begin with a colon are comments. However the bytes are split, the
//! events are the same. Holds no more than the two caps: an event that outgrows them is left out and
//! isOverflown() tells so. Does no I/O; one thread at a time.
class SseReader {
public:
    static constexpr qsizetype MostBytes = qsizetype(8) * 1024 * 1024;

    explicit SseReader(qsizetype longestLine = MostBytes, qsizetype largestEvent = MostBytes)
        : m_longestLine(longestLine), m_largestEvent(largestEvent)
    {
    }

    //! The events that these bytes complete.
    [[nodiscard]] QList<SseEvent> feed(QByteArrayView bytes);
    //! At the end of the stream: the event that no blank line has closed. The rules drop it, because it may
    //! be cut; whoever can tell may still use it.
    [[nodiscard]] std::optional<SseEvent> takeUnfinished();

    [[nodiscard]] bool isOverflown() const { return m_isOverflown; }
    [[nodiscard]] qint64 comments() const { return m_comments; } //!< keep-alives so far

private:
    void endLine(QList<SseEvent> &events);
    void readField(QByteArrayView line);
    [[nodiscard]] std::optional<SseEvent> takeEvent();

    qsizetype m_longestLine;
    qsizetype m_largestEvent;
    QByteArray m_line;
    QByteArray m_type;
    QByteArray m_data;
    QByteArray m_id;
    qint64 m_comments = 0;
    bool m_hasData = false;
    bool m_afterReturn = false;
    bool m_isFirstLine = true;
    bool m_skipsLine = false; //!< it was too long
    bool m_skipsEvent = false;
    bool m_isOverflown = false;
};

} // namespace tollkeeper
