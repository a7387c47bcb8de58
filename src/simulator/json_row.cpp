// SPDX-License-Identifier: GPL-3.0-or-later
#include "simulator/json_row.h"

namespace tollkeeper::simulator {

void JsonRow::begin(QByteArrayView name)
{
    if (!m_members.isEmpty())
        m_members += ',';
    m_members += '"';
    m_members += name;
    m_members += "\":";
}

JsonRow &JsonRow::text(QByteArrayView name, QByteArrayView value)
{
    begin(name);
    m_members += '"';
    m_members += value;
    m_members += '"';
    return *this;
}

JsonRow &JsonRow::count(QByteArrayView name, qint64 value)
{
    begin(name);
    m_members += QByteArray::number(value);
    return *this;
}

JsonRow &JsonRow::nanos(QByteArrayView name, qint64 nanos)
{
    begin(name);
    m_members += QByteArray::number(nanos / 1'000'000'000);
    if (auto fraction = nanos % 1'000'000'000; fraction != 0) {
        auto digits = QByteArray::number(fraction).rightJustified(9, '0');
        while (digits.endsWith('0'))
            digits.chop(1);
        m_members += '.' + digits;
    }
    return *this;
}

JsonRow &JsonRow::json(QByteArrayView name, QByteArrayView value)
{
    begin(name);
    m_members += value;
    return *this;
}

JsonRow &JsonRow::amount(QByteArrayView name, qint64 micros)
{
    begin(name);
    m_members += QByteArray::number(micros / 1'000'000);
    if (const auto fraction = micros % 1'000'000; fraction != 0)
        m_members += '.' + QByteArray::number(fraction).rightJustified(6, '0');
    return *this;
}

} // namespace tollkeeper::simulator
