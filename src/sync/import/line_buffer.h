// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QByteArrayView>

namespace tollkeeper {

//! The bytes of a stream that are not done with, and how far it has come.
class LineBuffer {
public:
    //! Drops what is done with and adds more: views into the buffer end here.
    void append(QByteArrayView bytes);

    [[nodiscard]] char *begin() { return m_bytes.data() + m_at; }
    [[nodiscard]] char *end() { return m_bytes.data() + m_bytes.size(); }
    [[nodiscard]] qsizetype size() const { return m_bytes.size() - m_at; }
    [[nodiscard]] bool isEmpty() const { return size() == 0; }

    //! The first `count` bytes are done with; they hold `lines` line ends.
    void drop(qsizetype count, qint64 lines);
    //! Drops bytes up to and with the first line end. False: there is none; everything was dropped.
    [[nodiscard]] bool dropLine(bool isLast);

    [[nodiscard]] qint64 offset() const { return m_offset; }
    [[nodiscard]] qint64 linesDone() const { return m_linesDone; }
    void startAt(qint64 offset, qint64 linesDone);

private:
    QByteArray m_bytes;
    qsizetype m_at = 0;
    qint64 m_offset = 0;
    qint64 m_linesDone = 0;
};

//! The first line end in a range, or its end. LF, CR LF and CR all end a line.
[[nodiscard]] const char *lineEndIn(const char *from, const char *to);
//! How many line ends a range holds; CR LF counts once.
[[nodiscard]] qint64 lineEndsIn(const char *from, const char *to);

} // namespace tollkeeper
