// SPDX-License-Identifier: GPL-3.0-or-later
#include "reports/csv_writer.h"

#include "base/decimal.h"

#include <QFileDevice>

#include <algorithm>

using namespace Qt::Literals::StringLiterals;

namespace tollkeeper {
namespace {

constexpr qsizetype Full = 256 * 1024; //!< bytes

bool isFormula(QStringView text)
{
    const auto first = std::find_if(text.begin(), text.end(), [](QChar c) { return c != u'\''; });
    return first != text.end() && QStringView(u"=+-@\t\r").contains(*first);
}

bool needsQuotes(QByteArrayView bytes)
{
    return std::any_of(bytes.begin(), bytes.end(),
        [](char c) { return c == ',' || c == '"' || c == '\n' || c == '\r' || c == ';' || c == '\t'; });
}

Failure failureOf(const QIODevice &device)
{
    const auto *file = qobject_cast<const QFileDevice *>(&device);
    const bool isFull = file != nullptr && file->error() == QFileDevice::ResourceError;
    return fail(Error::Kind::File, isFull ? u"disk full"_s : device.errorString());
}

} // namespace

CsvWriter::CsvWriter(QIODevice &device, Mark mark) : m_device(device)
{
    m_pending.reserve(Full + Full / 4);
    if (mark == Mark::Utf8)
        m_pending += "\xef\xbb\xbf";
}

void CsvWriter::comment(const QString &line)
{
    m_pending += "# " + line.simplified().toUtf8() + "\r\n";
}

void CsvWriter::field(QByteArrayView bytes)
{
    if (!m_isFirst)
        m_pending += ',';
    m_isFirst = false;
    if (!needsQuotes(bytes)) {
        m_pending += bytes;
        return;
    }
    m_pending += '"';
    for (const auto c : bytes) {
        if (c == '"')
            m_pending += '"';
        m_pending += c;
    }
    m_pending += '"';
}

void CsvWriter::text(QStringView text)
{
    auto plain = text.toString();
    plain.remove(QChar(u'\0'));
    field((isFormula(plain) ? u'\'' + plain : plain).toUtf8());
}

void CsvWriter::word(QLatin1StringView word)
{
    field(QByteArrayView(word.data(), word.size()));
}

void CsvWriter::number(qint64 value)
{
    field(QByteArray::number(value));
}

void CsvWriter::decimal(qint64 units, int scale)
{
    field(decimalText(units, scale).toLatin1());
}

void CsvWriter::empty()
{
    field({});
}

void CsvWriter::endRecord()
{
    m_pending += "\r\n";
    m_isFirst = true;
}

Outcome CsvWriter::flush()
{
    const auto written = m_device.write(m_pending);
    if (written != m_pending.size())
        return failureOf(m_device);
    m_pending.resize(0); // keeps its capacity
    return Done{};
}

Outcome CsvWriter::flushIfFull()
{
    return m_pending.size() < Full ? Outcome(Done{}) : flush();
}

} // namespace tollkeeper
