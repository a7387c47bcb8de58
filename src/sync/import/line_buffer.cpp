// SPDX-License-Identifier: GPL-3.0-or-later
#include "sync/import/line_buffer.h"

#include <algorithm>

namespace tollkeeper {

void LineBuffer::append(QByteArrayView bytes)
{
    if (m_at > 0) {
        std::copy(m_bytes.cbegin() + m_at, m_bytes.cend(), m_bytes.begin());
        m_bytes.resize(m_bytes.size() - m_at); // keeps its capacity
        m_at = 0;
    }
    m_bytes.append(bytes);
}

void LineBuffer::drop(qsizetype count, qint64 lines)
{
    m_at += count;
    m_offset += count;
    m_linesDone += lines;
}

bool LineBuffer::dropLine(bool isLast)
{
    const auto *const from = begin();
    const auto *const to = end();
    const auto *lineEnd = lineEndIn(from, to);
    if (lineEnd == to) {
        drop(to - from, 0);
        return false;
    }
    // A CR at the very end may be half of CR LF: it waits, alone, for its other half.
    if (*lineEnd == '\r' && lineEnd + 1 == to && !isLast) {
        drop(lineEnd - from, 0);
        return false;
    }
    const bool isPair = *lineEnd == '\r' && lineEnd + 1 < to && lineEnd[1] == '\n';
    drop(lineEnd - from + (isPair ? 2 : 1), 1);
    return true;
}

void LineBuffer::startAt(qint64 offset, qint64 linesDone)
{
    m_bytes.clear();
    m_at = 0;
    m_offset = offset;
    m_linesDone = linesDone;
}

const char *lineEndIn(const char *from, const char *to)
{
    return std::find_if(from, to, [](char c) { return c == '\n' || c == '\r'; });
}

qint64 lineEndsIn(const char *from, const char *to)
{
    qint64 ends = 0;
    for (const auto *at = from; at < to; ++at) {
        const bool isFirstOfPair = *at == '\r' && at + 1 < to && at[1] == '\n';
        ends += (*at == '\n' || *at == '\r') && !isFirstOfPair ? 1 : 0;
    }
    return ends;
}

} // namespace tollkeeper
