// SPDX-License-Identifier: GPL-3.0-or-later
#include "sync/import/mapped_record.h"

#include "decoder/redaction.h"
#include "sync/import/number_fields.h"

#include <algorithm>

namespace tollkeeper {
namespace {

constexpr qint64 MostCount = 1'000'000'000'000; // tokens or milliseconds of one request: beyond it, a slip

int scaleOf(MoneyUnit unit)
{
    switch (unit) {
    case MoneyUnit::Hundredths:
        return Money::Scale - 2;
    case MoneyUnit::Millionths:
        return Money::Scale - 6;
    case MoneyUnit::Units:
        break;
    }
    return Money::Scale;
}

} // namespace

MappedRecord::MappedRecord(const ColumnMapping &mapping, const QStringList &heading)
    : m_mapping(mapping)
    , m_headingSize(static_cast<std::size_t>(heading.size()))
    , m_point(mapping.hasDecimalComma ? ',' : '.')
    , m_moneyScale(scaleOf(mapping.moneyUnit))
{
    for (std::size_t i = 0; i < m_columns.size(); ++i) {
        const auto column = mapping.columns.constFind(static_cast<ImportField>(i));
        m_columns.at(i)
            = column == mapping.columns.constEnd() ? -1 : static_cast<int>(heading.indexOf(*column));
    }
}

bool MappedRecord::refuseFieldCount()
{
    m_problem = {m_record.line, RowFault::FieldCount, std::nullopt, QString::number(m_record.fields.size())};
    return false;
}

bool MappedRecord::isBlank() const
{
    return std::all_of(m_record.fields.begin(), m_record.fields.end(),
        [](QByteArrayView field) { return trimmedField(field).isEmpty(); });
}

//! The trimmed bytes of a field; empty where the file has no such column.
QByteArrayView MappedRecord::bytes(ImportField field) const
{
    const auto column = m_columns[indexOf(field)];
    return column < 0 ? QByteArrayView() : trimmedField(m_record.fields[static_cast<std::size_t>(column)]);
}

bool MappedRecord::refuse(RowFault fault, ImportField field, QByteArrayView text)
{
    m_problem = {m_record.line, fault, field, redacted(excerptOf(text))};
    return false;
}

//! Takes away the apostrophe that keeps a spreadsheet from computing a text of ours.
QByteArrayView MappedRecord::unguarded(QByteArrayView text) const
{
    if (!m_mapping.isTextGuarded || !text.startsWith('\''))
        return text;
    const auto behind
        = std::find_if(text.begin(), text.end(), [](char c) { return c != '\''; }) - text.begin();
    const bool isGuard = behind < text.size() && QByteArrayView("=+-@\t\r").contains(text[behind]);
    return isGuard ? text.sliced(1) : text;
}

bool MappedRecord::name(ImportField field, QString &into)
{
    if (!has(field))
        return true;
    const auto text = unguarded(bytes(field));
    if (tellsNothing(text))
        return true;
    if (text.size() > LongestText)
        return refuse(RowFault::TooLong, field, text);
    into = m_pool.text(text);
    return true;
}

bool MappedRecord::count(ImportField field, std::optional<qint64> &into)
{
    if (!has(field))
        return true;
    const auto text = bytes(field);
    const auto value = wholeField(text, m_point);
    if (!value)
        return refuse(value.error(), field, text);
    if (*value && **value < 0)
        return refuse(RowFault::Negative, field, text);
    if (*value && **value > MostCount)
        return refuse(RowFault::TooLarge, field, text);
    into = *value;
    return true;
}

bool MappedRecord::amount(ImportField field, bool mayBeNegative, std::optional<qint64> &nanos)
{
    if (!has(field))
        return true;
    auto text = bytes(field);
    if (text.startsWith('$') && m_mapping.currency == Currency())
        text = text.sliced(1);
    const auto value = decimalField(text, m_moneyScale, m_point);
    if (!value)
        return refuse(value.error(), field, text);
    if (*value && **value < 0 && !mayBeNegative)
        return refuse(RowFault::Negative, field, text);
    nanos = *value;
    return true;
}

bool MappedRecord::milliseconds(ImportField field, LatencyUnit unit, std::optional<qint64> &into)
{
    if (!has(field))
        return true;
    const auto text = bytes(field);
    const auto value = decimalField(text, unit == LatencyUnit::Seconds ? 3 : 0, m_point);
    if (!value)
        return refuse(value.error(), field, text);
    if (*value && **value < 0)
        return refuse(RowFault::Negative, field, text);
    if (*value && **value > MostCount)
        return refuse(RowFault::TooLarge, field, text);
    into = *value;
    return true;
}

bool MappedRecord::httpStatus(ImportField field, std::optional<int> &into)
{
    const auto text = bytes(field);
    const auto value = wholeField(text, m_point);
    if (!value || (*value && (**value < 0 || **value > 599)))
        return refuse(RowFault::BadNumber, field, text);
    if (*value && **value != 0)
        into = static_cast<int>(**value);
    return true;
}

} // namespace tollkeeper
