// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/json_amount.h"

#include "base/decimal.h"

#include <QJsonArray>
#include <QLocale>

using namespace Qt::Literals::StringLiterals;

namespace tollkeeper {
namespace {

//! As optionalDecimal(); empty for absent and null.
Result<QString> decimalOf(const QJsonObject &object, QStringView field)
{
    const auto value = object.value(field);
    if (value.isUndefined() || value.isNull())
        return QString();
    if (value.isString())
        return value.toString().trimmed().isEmpty() ? u"?"_s : value.toString().trimmed();
    if (!value.isDouble())
        return fail(Error::Kind::Protocol, u"\"%1\" is not a number"_s.arg(field));
    const auto whole = value.toInteger(-1);
    if (whole != -1) // toInteger() is exact beyond 2^53, toDouble() is not
        return QString::number(whole);
    return QString::number(value.toDouble(), 'g', QLocale::FloatingPointShortest);
}

Result<std::optional<qint64>> scaledField(const QJsonObject &object, QStringView field, int scale)
{
    const auto text = decimalOf(object, field);
    if (!text)
        return fail(text.error());
    if (text->isEmpty())
        return std::optional<qint64>();
    const auto units = parseDecimal(*text, scale);
    if (!units)
        return fail(Error::Kind::Protocol, u"\"%1\": %2"_s.arg(field, units.error().detail));
    return std::optional(*units);
}

} // namespace

Result<std::optional<QString>> optionalDecimal(const QJsonObject &object, QStringView field)
{
    const auto text = decimalOf(object, field);
    if (!text)
        return fail(text.error());
    return text->isEmpty() ? std::nullopt : std::optional(*text);
}

Result<std::optional<Money>> optionalMoney(const QJsonObject &object, QStringView field, Currency currency)
{
    const auto nanos = scaledField(object, field, Money::Scale);
    if (!nanos)
        return fail(nanos.error());
    return *nanos ? std::optional(Money::fromNanos(**nanos, currency)) : std::nullopt;
}

Result<Money> requiredMoney(const QJsonObject &object, QStringView field, Currency currency)
{
    const auto money = optionalMoney(object, field, currency);
    if (!money)
        return fail(money.error());
    if (!*money)
        return fail(Error::Kind::Protocol, u"\"%1\" is missing"_s.arg(field));
    return **money;
}

Result<std::optional<qint64>> optionalCount(const QJsonObject &object, QStringView field)
{
    const auto nanos = scaledField(object, field, 3);
    if (!nanos)
        return fail(nanos.error());
    if (!*nanos)
        return std::optional<qint64>();
    if (**nanos % 1000 != 0)
        return fail(Error::Kind::Protocol, u"\"%1\" is not a whole number"_s.arg(field));
    return std::optional(**nanos / 1000);
}

} // namespace tollkeeper
