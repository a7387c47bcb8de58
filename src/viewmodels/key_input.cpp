// SPDX-License-Identifier: GPL-3.0-or-later
#include "viewmodels/key_input.h"

#include <QRegularExpression>

#include <algorithm>

using namespace Qt::Literals::StringLiterals;

namespace tollkeeper {

QString typedMoney(Money amount)
{
    auto text = amount.amountText();
    while (text.endsWith(u'0') && text.size() - text.indexOf(u'.') > 3)
        text.chop(1);
    return text;
}

std::optional<QDate> dayFromInput(const QString &typed)
{
    const auto day = QDate::fromString(typed.trimmed(), Qt::ISODate);
    return day.isValid() ? std::optional(day) : std::nullopt;
}

std::optional<QStringList> networksFromInput(const QString &typed)
{
    static const QRegularExpression gap(u"[\\s,;]+"_s);
    static const QRegularExpression network(
        u"^(\\d{1,3}(\\.\\d{1,3}){3}(/\\d{1,2})?|[0-9a-fA-F]*:[0-9a-fA-F:.]+(/\\d{1,3})?)$"_s);
    auto networks = typed.split(gap, Qt::SkipEmptyParts);
    networks.removeDuplicates();
    const bool areAll
        = std::ranges::all_of(networks, [](const auto &one) { return network.match(one).hasMatch(); });
    return areAll ? std::optional(networks) : std::nullopt;
}

QByteArray takeText(QObject *field)
{
    if (!field)
        return {};
    auto bytes = field->property("text").toString().toUtf8();
    QMetaObject::invokeMethod(field, "clear");
    return bytes;
}

} // namespace tollkeeper
