// SPDX-License-Identifier: GPL-3.0-or-later
#include "gateways/json_members.h"

#include "base/decimal.h"

#include <QJsonArray>
#include <QJsonDocument>

namespace tollkeeper {
namespace {

QByteArray listOf(const QStringList &values)
{
    return QJsonDocument(QJsonArray::fromStringList(values)).toJson(QJsonDocument::Compact);
}

//! "12.34" for 12340000000 nanos: no zeros that say nothing.
QByteArray numberOf(Money amount)
{
    auto text = decimalText(amount.nanos(), Money::Scale).toLatin1();
    while (text.endsWith('0'))
        text.chop(1);
    if (text.endsWith('.'))
        text.chop(1);
    return text;
}

} // namespace

JsonMembers &JsonMembers::text(QByteArrayView name, const QString &value)
{
    const auto list = listOf({value});
    return add(name, list.mid(1, list.size() - 2));
}

JsonMembers &JsonMembers::texts(QByteArrayView name, const QStringList &values)
{
    return add(name, listOf(values));
}

JsonMembers &JsonMembers::amount(QByteArrayView name, Money value)
{
    return add(name, numberOf(value));
}

JsonMembers &JsonMembers::count(QByteArrayView name, qint64 value)
{
    return add(name, QByteArray::number(value));
}

JsonMembers &JsonMembers::flag(QByteArrayView name, bool value)
{
    return add(name, value ? "true" : "false");
}

JsonMembers &JsonMembers::null(QByteArrayView name)
{
    return add(name, "null");
}

JsonMembers &JsonMembers::add(QByteArrayView name, const QByteArray &value)
{
    if (!m_members.isEmpty())
        m_members += ',';
    m_members += '"' + name.toByteArray() + "\":" + value;
    return *this;
}

} // namespace tollkeeper
