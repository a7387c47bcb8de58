// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/money.h"

#include <QByteArray>
#include <QStringList>

namespace tollkeeper {

//! The body of a request, a JSON object written member by member. Amounts go in digit by digit: QJsonObject
//! has only doubles. REQUIRES: names are plain ASCII words.
class JsonMembers {
public:
    JsonMembers &text(QByteArrayView name, const QString &value);
    JsonMembers &texts(QByteArrayView name, const QStringList &values);
    JsonMembers &amount(QByteArrayView name, Money value); //!< as a number, without its currency
    JsonMembers &count(QByteArrayView name, qint64 value);
    JsonMembers &flag(QByteArrayView name, bool value);
    JsonMembers &null(QByteArrayView name);

    [[nodiscard]] bool isEmpty() const { return m_members.isEmpty(); }
    [[nodiscard]] QByteArray toJson() const { return '{' + m_members + '}'; }

private:
    JsonMembers &add(QByteArrayView name, const QByteArray &value);

    QByteArray m_members;
};

} // namespace tollkeeper
