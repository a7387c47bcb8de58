// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QByteArrayView>
#include <QList>

#include <functional>
#include <optional>

namespace tollkeeper {

//! One event of a text/event-stream.
struct SseEvent {
    QByteArray type; //!< of the "event" field; empty where there is none
    QByteArray data; //!< its lines joined by LF
    QByteArray id; //!< the last one told so far
    friend bool operator==(const SseEvent &, const SseEvent &) = default;
};

//! The same without a copy; valid until whoever is told of it returns.
struct SseEventView {
    QByteArrayView type;
    QByteArrayView data;
    QByteArrayView id;
};

//! Bytes in, events out, by the rules of the WHATWG (HTML, 9.2.6): lines end in CR, LF or CRLF, a leading
//! byte order mark is skipped, lines that begin with a colon are comments. However the bytes are split, the
//! events are the same. Holds no more than the two caps: an event that outgrows them is left out and
//! isOverflown() tells so. Does no I/O; one thread at a time.
class SseReader {
public:
    static constexpr qsizetype MostBytes = qsizetype(8) * 1024 * 1024;
    using Tell = std::function<void(const SseEventView &event)>;

    explicit SseReader(qsizetype longestLine = MostBytes, qsizetype largestEvent = MostBytes)
        : m_longestLine(longestLine), m_largestEvent(largestEvent)
    {
    }

    //! Tells of each event that these bytes complete. Those that lie in them whole are not copied.
    void feed(QByteArrayView bytes, const Tell &tell);
    //! The events that these bytes complete.
    [[nodiscard]] QList<SseEvent> feed(QByteArrayView bytes);
    //! At the end of the stream: the event that no blank line has closed. The rules drop it, because it may
    //! be cut; whoever can tell may still use it.
    [[nodiscard]] std::optional<SseEvent> takeUnfinished();

    [[nodiscard]] bool isOverflown() const { return m_isOverflown; }
    [[nodiscard]] qint64 comments() const { return m_comments; } //!< keep-alives so far

private:
    //! How long the bytes of a line stay where they are.
    enum class Stays : std::uint8_t { UntilFed, UntilNextLine };

    void endLine(QByteArrayView line, Stays stays, const Tell &tell);
    void readField(QByteArrayView line, Stays stays);
    void readData(QByteArrayView value, Stays stays);
    void keepData();
    void endEvent(const Tell &tell);

    qsizetype m_longestLine;
    qsizetype m_largestEvent;
    QByteArray m_line; //!< the beginning of one whose end has not come
    QByteArray m_type;
    QByteArray m_data; //!< of the event so far, unless m_dataView has it
    QByteArrayView m_dataView; //!< in the bytes that are being fed
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
