// SPDX-License-Identifier: GPL-3.0-or-later
#include "gateways/cursor.h"

#include "base/clock.h"

#include <QJsonDocument>

using namespace Qt::Literals::StringLiterals;

namespace tollkeeper {

Cursor::Cursor(const PollContext &context)
    : words{{u"now"_s, utcText(context.now)}, {u"test"_s, context.purpose == PollPurpose::Test}}
{
}

Cursor Cursor::fromBytes(const QByteArray &bytes)
{
    Cursor cursor;
    cursor.words = QJsonDocument::fromJson(bytes).object();
    return cursor;
}

QByteArray Cursor::toBytes() const
{
    return QJsonDocument(words).toJson(QJsonDocument::Compact);
}

QString Cursor::step() const
{
    return words["step"_L1].toString();
}

QByteArray Cursor::at(QLatin1StringView step) const
{
    Cursor moved = *this;
    moved.words["step"_L1] = step;
    return moved.toBytes();
}

QDateTime Cursor::now() const
{
    return parseUtc(words["now"_L1].toString()).value_or(QDateTime());
}

bool Cursor::isTest() const
{
    return words["test"_L1].toBool();
}

} // namespace tollkeeper
