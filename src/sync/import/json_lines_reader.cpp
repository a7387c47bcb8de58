// SPDX-License-Identifier: GPL-3.0-or-later
#include "sync/import/json_lines_reader.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QLocale>

#include <algorithm>
#include <limits>

using namespace Qt::Literals::StringLiterals;

namespace tollkeeper {
namespace {

constexpr int Deepest = 4; //!< objects in objects; what lies deeper is no column

QByteArray numberText(const QJsonValue &value)
{
    constexpr auto None = std::numeric_limits<qint64>::min();
    const auto whole = value.toInteger(None);
    if (whole != None) // exact beyond 2^53, which toDouble() is not
        return QByteArray::number(whole);
    return QByteArray::number(value.toDouble(), 'g', QLocale::FloatingPointShortest);
}

QByteArray textOf(const QJsonValue &value)
{
    switch (value.type()) {
    case QJsonValue::Bool:
        return value.toBool() ? "true"_ba : "false"_ba;
    case QJsonValue::Double:
        return numberText(value);
    case QJsonValue::String:
        return value.toString().toUtf8();
    case QJsonValue::Array:
        return QJsonDocument(value.toArray()).toJson(QJsonDocument::Compact);
    case QJsonValue::Object:
        return QJsonDocument(value.toObject()).toJson(QJsonDocument::Compact);
    default:
        return {};
    }
}

void addColumns(const QJsonObject &object, const QString &before, int depth, QStringList &columns)
{
    for (auto it = object.constBegin(); it != object.constEnd(); ++it) {
        const auto column = before + it.key();
        if (it.value().isObject() && depth < Deepest)
            addColumns(it.value().toObject(), column + u'.', depth + 1, columns);
        else
            columns.append(column);
    }
}

} // namespace

QJsonValue valueAt(const QJsonObject &object, const QString &column)
{
    const auto whole = object.constFind(column);
    if (whole != object.constEnd())
        return *whole;
    const auto point = column.indexOf(u'.');
    if (point < 0)
        return QJsonValue::Undefined;
    const auto outer = object.value(QStringView(column).left(point));
    return outer.isObject() ? valueAt(outer.toObject(), column.mid(point + 1)) : QJsonValue::Undefined;
}

QStringList columnsOf(const QJsonObject &object)
{
    QStringList columns;
    addColumns(object, {}, 0, columns);
    return columns;
}

JsonLinesReader::JsonLinesReader(const QStringList &columns)
    : m_columns(columns), m_texts(static_cast<std::size_t>(columns.size())), m_fields(m_texts.size())
{
}

RecordReader::Step JsonLinesReader::next()
{
    for (;;) {
        if (m_isSkipping && !m_buffer.dropLine(m_isLast))
            return m_isLast ? Step::End : Step::NeedsMore;
        m_isSkipping = false;
        if (m_buffer.isEmpty())
            return m_isLast ? Step::End : Step::NeedsMore;
        const auto *const from = m_buffer.begin();
        const auto *const to = from + std::min(m_buffer.size(), LongestLine + 1);
        const auto *const lineEnd = lineEndIn(from, to);
        const QByteArrayView line(from, lineEnd - from);
        if (line.size() > LongestLine)
            return broken(RowFault::TooLong, line);
        const bool mayGoOn = lineEnd == to || (*lineEnd == '\r' && lineEnd + 1 == to);
        if (mayGoOn && !m_isLast)
            return Step::NeedsMore;
        const bool isBlank
            = std::all_of(line.begin(), line.end(), [](char c) { return c == ' ' || c == '\t'; });
        if (!isBlank)
            return read(line);
        m_isSkipping = true;
    }
}

RecordReader::Step JsonLinesReader::read(QByteArrayView line)
{
    auto bytes = line;
    if (offset() == 0 && bytes.startsWith("\xef\xbb\xbf"))
        bytes = bytes.sliced(3);
    if (!bytes.isValidUtf8())
        return broken(RowFault::NotUtf8, {});
    const auto document = QJsonDocument::fromJson(QByteArray::fromRawData(bytes.data(), bytes.size()));
    if (!document.isObject())
        return broken(RowFault::NotJson, line);
    const auto object = document.object();
    for (std::size_t i = 0; i < m_fields.size(); ++i) {
        m_texts[i] = textOf(valueAt(object, m_columns.at(static_cast<qsizetype>(i))));
        m_fields[i] = m_texts[i];
    }
    m_record = {linesDone() + 1, m_fields};
    if (!m_buffer.dropLine(true)) // the last line, without an end
        m_isSkipping = false;
    return Step::Record;
}

RecordReader::Step JsonLinesReader::broken(RowFault fault, QByteArrayView where)
{
    m_problem = {linesDone() + 1, fault, std::nullopt, excerptOf(where)};
    m_isSkipping = true;
    return Step::Broken;
}

} // namespace tollkeeper
