// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>

namespace tollkeeper::simulator {

//! Writes one JSON object straight into text, for answers of hundreds of rows: QJsonObject takes ten times
//! as long. Names and texts must be plain ASCII without quotes and backslashes, as those of this world are.
class JsonRow {
public:
    JsonRow &text(QByteArrayView name, QByteArrayView value);
    JsonRow &count(QByteArrayView name, qint64 value);
    //! Nano-dollars as a number of dollars, without needless zeros.
    JsonRow &nanos(QByteArrayView name, qint64 nanos);
    //! JSON text as it is: true, null, or an object of one's own.
    JsonRow &json(QByteArrayView name, QByteArrayView value);
    //! Micro-dollars as a number of dollars: 12.345678.
    JsonRow &amount(QByteArrayView name, qint64 micros);

    //! The members so far, without braces.
    [[nodiscard]] const QByteArray &members() const { return m_members; }

private:
    void begin(QByteArrayView name);

    QByteArray m_members;
};

} // namespace tollkeeper::simulator
