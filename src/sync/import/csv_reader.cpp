// SPDX-License-Identifier: GPL-3.0-or-later
#include "sync/import/csv_reader.h"

#include <algorithm>
#include <cstring>

namespace tollkeeper {
namespace {

constexpr QByteArrayView Mark = "\xef\xbb\xbf";
constexpr QByteArrayView Comment = "# ";

std::size_t indexOf(char c)
{
    return static_cast<unsigned char>(c);
}

} // namespace

CsvReader::CsvReader(char separator) : m_separator(separator)
{
    for (const auto c : {separator, '\n', '\r'})
        m_endsField.at(indexOf(c)) = true;
}

void CsvReader::startAt(qint64 offset, qint64 linesDone)
{
    m_buffer.startAt(offset, linesDone);
    m_markChecked = m_hasRecords = true;
}

RecordReader::Step CsvReader::next()
{
    if (!m_markChecked && !dropMark())
        return Step::NeedsMore;
    if (m_isSkipping) {
        if (!m_buffer.dropLine(m_isLast))
            return m_isLast ? Step::End : Step::NeedsMore;
        m_isSkipping = false;
    }
    if (!dropEmpty())
        return Step::NeedsMore;
    if (m_buffer.isEmpty())
        return m_isLast ? Step::End : Step::NeedsMore;
    return cutNext();
}

//! False: more bytes must come to tell.
bool CsvReader::dropMark()
{
    if (m_buffer.size() < Mark.size() && !m_isLast)
        return false;
    if (QByteArrayView(m_buffer.begin(), m_buffer.size()).startsWith(Mark))
        m_buffer.drop(Mark.size(), 0);
    m_markChecked = true;
    return true;
}

//! Drops blank lines, and comments before the first record. False: more bytes must come to tell.
bool CsvReader::dropEmpty()
{
    while (!m_buffer.isEmpty()) {
        const QByteArrayView bytes(m_buffer.begin(), m_buffer.size());
        if (bytes.front() == '\n' || bytes.front() == '\r') {
            if (!m_buffer.dropLine(m_isLast))
                return false;
            continue;
        }
        if (m_hasRecords || bytes.front() != Comment.front())
            return true;
        if (bytes.size() < Comment.size() && !m_isLast)
            return false;
        if (!bytes.startsWith(Comment))
            return true;
        m_isSkipping = !m_buffer.dropLine(m_isLast);
        if (m_isSkipping)
            return m_isLast;
    }
    return true;
}

RecordReader::Step CsvReader::cutNext()
{
    auto *const from = m_buffer.begin();
    const bool isCutShort = m_buffer.size() > LongestRecord;
    const auto *const to = isCutShort ? from + LongestRecord : m_buffer.end();
    switch (cutRecord(from, to, m_isLast && !isCutShort)) {
    case Cut::Whole:
        return taken(from);
    case Cut::TextAfterQuote:
        return brokenQuote(RowFault::TextAfterQuote);
    case Cut::Incomplete:
        break;
    }
    if (isCutShort)
        return tooLong();
    return m_isLast ? brokenQuote(RowFault::UnclosedQuote) : Step::NeedsMore;
}

CsvReader::Cut CsvReader::cutRecord(char *from, const char *to, bool isLast)
{
    m_fields.clear();
    m_doubled.clear();
    m_hasQuotes = m_isInQuotes = false;
    const char *at = from;
    for (;;) {
        if (at < to && *at == '"') {
            if (!cutQuoted(at, to))
                return Cut::Incomplete;
        } else {
            cutPlain(at, to);
        }
        if (at == to) {
            m_recordEnd = to;
            return isLast ? Cut::Whole : Cut::Incomplete;
        }
        if (!m_endsField.at(indexOf(*at)))
            return Cut::TextAfterQuote;
        if (*at == m_separator) {
            ++at;
            continue;
        }
        if (*at == '\r' && at + 1 == to && !isLast)
            return Cut::Incomplete; // a LF may follow
        m_recordEnd = at + (*at == '\r' && at + 1 < to && at[1] == '\n' ? 2 : 1);
        return Cut::Whole;
    }
}

//! From an opening quote to behind the closing one. False: it is not in sight.
bool CsvReader::cutQuoted(const char *&at, const char *to)
{
    m_hasQuotes = m_isInQuotes = true;
    const auto *const from = at + 1;
    const auto *quote = from;
    bool isDoubled = false;
    for (;;) {
        quote = static_cast<const char *>(std::memchr(quote, '"', static_cast<std::size_t>(to - quote)));
        if (quote == nullptr)
            return false;
        if (quote + 1 == to || quote[1] != '"')
            break;
        isDoubled = true;
        quote += 2;
    }
    m_isInQuotes = false;
    if (isDoubled)
        m_doubled.push_back(m_fields.size());
    m_fields.emplace_back(from, quote - from);
    at = quote + 1;
    return true;
}

void CsvReader::cutPlain(const char *&at, const char *to)
{
    const auto *const from = at;
    while (at < to && !m_endsField[indexOf(*at)])
        ++at;
    m_fields.emplace_back(from, at - from);
}

RecordReader::Step CsvReader::taken(const char *from)
{
    const auto length = m_recordEnd - from;
    const QByteArrayView bytes(from, length);
    const auto lines = m_hasQuotes ? std::max<qint64>(1, lineEndsIn(from, m_recordEnd)) : 1;
    if (lines > 1 && m_expected > 0 && m_fields.size() != m_expected)
        return brokenQuote(RowFault::UnclosedQuote);
    if (!bytes.isValidUtf8()) {
        const auto step = broken(RowFault::NotUtf8, {});
        m_buffer.drop(length, lines);
        return step;
    }
    joinDoubledQuotes();
    m_record = {linesDone() + 1, m_fields};
    m_buffer.drop(length, lines);
    m_hasRecords = true;
    return Step::Record;
}

//! Makes "" in quotes a single ", in place: the record is cut, its bytes are nobody else's.
void CsvReader::joinDoubledQuotes()
{
    for (const auto index : m_doubled) {
        auto &field = m_fields.at(index);
        auto *const from = m_buffer.begin() + (field.data() - m_buffer.begin());
        auto *into = from;
        for (const auto *at = from; at < from + field.size(); ++at) {
            *into++ = *at;
            if (*at == '"')
                ++at;
        }
        field = QByteArrayView(from, into - from);
    }
}

//! No end within the longest record. Inside quotes, one was never closed; else the line itself is too long.
RecordReader::Step CsvReader::tooLong()
{
    const auto *const from = m_buffer.begin();
    const auto *const to = from + LongestRecord;
    if (m_isInQuotes && lineEndIn(from, to) != to)
        return brokenQuote(RowFault::UnclosedQuote);
    const auto step = broken(RowFault::TooLong, {from, LongestRecord});
    m_isSkipping = true;
    return step;
}

//! The record began with its line; the lines behind it are tried again.
RecordReader::Step CsvReader::brokenQuote(RowFault fault)
{
    const auto *const from = m_buffer.begin();
    const auto *const lineEnd = lineEndIn(from, m_buffer.end());
    const auto step = broken(fault, {from, lineEnd - from});
    m_isSkipping = true;
    return step;
}

RecordReader::Step CsvReader::broken(RowFault fault, QByteArrayView where)
{
    m_problem = {linesDone() + 1, fault, std::nullopt, excerptOf(where)};
    return Step::Broken;
}

} // namespace tollkeeper
