// SPDX-License-Identifier: GPL-3.0-or-later
#include "words/figures.h"

#include "base/decimal.h"

#include <QCoreApplication>
#include <QLocale>

#include <cmath>

using namespace Qt::Literals::StringLiterals;

namespace tollkeeper {
namespace {

QString symbolOf(Currency currency)
{
    const auto code = currency.code();
    if (code == u"USD")
        return u"$"_s;
    if (code == u"EUR")
        return u"€"_s;
    if (code == u"GBP")
        return u"£"_s;
    if (code == u"CNY")
        return u"¥"_s;
    return code + u'\u00a0';
}

qint64 powerOfTen(int exponent)
{
    qint64 power = 1;
    while (exponent-- > 0)
        power *= 10;
    return power;
}

//! Digits grouped by the locale, straight from the integer: a double would round large amounts.
QString groupedText(qint64 units, int decimals)
{
    const QLocale locale;
    const auto power = powerOfTen(decimals);
    auto text = locale.toString(units / power);
    if (decimals > 0) {
        const auto fraction = QString::number(units % power).rightJustified(decimals, u'0');
        text += locale.decimalPoint() + fraction;
    }
    return text;
}

} // namespace

QString moneyText(Money money, int decimals)
{
    Q_ASSERT(decimals >= 0 && decimals <= Money::Scale);
    const auto rounded = scaledHalfEven(money.nanos(), 1, powerOfTen(Money::Scale - decimals));
    const auto text = symbolOf(money.currency()) + groupedText(std::abs(rounded), decimals);
    return rounded < 0 ? u'\u2212' + text : text;
}

QString requestMoneyText(Money money)
{
    constexpr qint64 Least = 10'000; // nanos: one in the fifth decimal
    if (money.isZero())
        return moneyText(money);
    const auto least = moneyText(Money::fromNanos(Least, money.currency()), 5);
    if (money.nanos() > 0 && money.nanos() < Least)
        return u"< "_s + least;
    if (money.nanos() < 0 && money.nanos() > -Least)
        return u"> \u2212"_s + least;
    return moneyText(money, 5);
}

QString priceText(UnitPrice price)
{
    // 10^-15 a unit is 10^-9 a million units.
    const auto million = Money::fromNanos(price.femtos, price.currency);
    int decimals = 2;
    while (decimals < 4 && price.femtos % powerOfTen(Money::Scale - decimals) != 0)
        ++decimals;
    return moneyText(million, decimals) + u"/M"_s;
}

QString wholeMoneyText(Money money)
{
    return moneyText(money, 0);
}

QString axisMoneyText(double units, Currency currency)
{
    const auto nanos
        = [currency](double value) { return Money::fromNanos(std::llround(value * 1e9), currency); };
    if (std::abs(units) < 1000)
        return moneyText(nanos(units), std::abs(units) < 5 && units != std::floor(units) ? 2 : 0);
    const auto thousands = units / 1000;
    return moneyText(nanos(thousands), thousands == std::floor(thousands) ? 0 : 1) + u'k';
}

QString percentText(Money part, Money whole)
{
    return percentText(part.nanos(), whole.nanos());
}

QString percentText(qint64 part, qint64 whole)
{
    Q_ASSERT(whole > 0);
    const auto tenths = scaledHalfEven(part, 1000, whole);
    const auto text = groupedText(std::abs(tenths), 1) + u'%';
    return tenths < 0 ? u'\u2212' + text : text;
}

QString countText(qint64 count)
{
    return QLocale().toString(count);
}

QString durationText(qint64 milliseconds, int decimals)
{
    if (milliseconds < 1000)
        return QCoreApplication::translate("Figures", "%1 ms").arg(milliseconds);
    const auto units = scaledHalfEven(milliseconds, powerOfTen(decimals), 1000);
    return QCoreApplication::translate("Figures", "%1 s").arg(groupedText(units, decimals));
}

QString dayText(QDate day)
{
    return QLocale().toString(day, u"ddd d MMMM"_s);
}

QString shortDayText(QDate day)
{
    return QLocale().toString(day, u"d MMM"_s);
}

QString monthText(QDate day)
{
    return QLocale().toString(day, u"MMMM yyyy"_s);
}

QString monthNameText(QDate day)
{
    return QLocale().toString(day, u"MMMM"_s);
}

QString timeText(const QDateTime &moment, const QTimeZone &zone)
{
    return moment.toTimeZone(zone).toString(u"HH:mm"_s);
}

QString preciseTimeText(const QDateTime &moment, const QTimeZone &zone)
{
    static const auto utc = QTimeZone::utc();
    const auto local = zone == utc ? moment.toUTC() : moment.toTimeZone(zone);
    return local.toString(local.time().msec() == 0 ? u"HH:mm:ss"_s : u"HH:mm:ss.zzz"_s);
}

QString ageText(const QDateTime &then, const QDateTime &now)
{
    constexpr qint64 DayInMinutes = 1440;
    const auto minutes = then.secsTo(now) / 60;
    if (minutes < 1)
        return QCoreApplication::translate("Figures", "now");
    if (minutes < 60)
        return QCoreApplication::translate("Figures", "%1 min").arg(minutes);
    if (minutes < 2 * DayInMinutes)
        return QCoreApplication::translate("Figures", "%1 h").arg(minutes / 60);
    return QCoreApplication::translate("Figures", "%1 d").arg(minutes / DayInMinutes);
}

QString zoneText(const QTimeZone &zone)
{
    const auto name = QString::fromLatin1(zone.id());
    return name == u"Etc/UTC" || name == u"UTC+00:00" ? u"UTC"_s : name;
}

} // namespace tollkeeper
