// SPDX-License-Identifier: GPL-3.0-or-later
#include "words/key_figures.h"

#include "base/decimal.h"
#include "base/translation_contexts.h"
#include "words/figures.h"

#include <QLocale>
#include <QRegularExpression>

#include <cmath>

using namespace Qt::Literals::StringLiterals;

namespace tollkeeper {
namespace {

constexpr qint64 HourInSeconds = 3600;
constexpr qint64 DayInSeconds = 24 * HourInSeconds;
constexpr qint64 BetweenPolls = 360; // seconds: five minutes and their jitter
constexpr int TailLength = 4;

} // namespace

QString daysText(qint64 days)
{
    return days == 1 ? texts::Keys::tr("1 day") : texts::Keys::tr("%n days", nullptr, static_cast<int>(days));
}

QString dueText(const QDateTime &due, const QDateTime &now)
{
    const auto days = now.daysTo(due);
    if (days == 0)
        return texts::Keys::tr("today");
    if (days < 0)
        //: %1 is a number of days since something was due
        return texts::Keys::tr("%1 d overdue").arg(countText(-days));
    //: %1 is a duration: "in 41 days"
    return texts::Keys::tr("in %1").arg(daysText(days));
}

QString remainingText(const QDateTime &moment, const QDateTime &now)
{
    const auto seconds = std::max<qint64>(0, now.secsTo(moment));
    if (seconds < HourInSeconds)
        return seconds < 120 ? texts::Keys::tr("in 1 minute")
                             : texts::Keys::tr("in %n minutes", nullptr, int(seconds / 60));
    if (seconds < 3 * DayInSeconds)
        return seconds < 2 * HourInSeconds
            ? texts::Keys::tr("in 1 hour")
            : texts::Keys::tr("in %n hours", nullptr, int(seconds / HourInSeconds));
    return texts::Keys::tr("in %1").arg(daysText(seconds / DayInSeconds));
}

QString lastUsedText(const QDateTime &then, const QDateTime &now)
{
    if (then.secsTo(now) < BetweenPolls)
        return texts::Keys::tr("just now");
    //: %1 is an age: "8 min", "41 d"
    return texts::Keys::tr("%1 ago").arg(ageText(then, now));
}

QString fullDayText(QDate day)
{
    return QLocale().toString(day, u"ddd d MMM yyyy"_s);
}

QString momentText(const QDateTime &moment, const QDateTime &now, const QTimeZone &zone)
{
    const auto local = moment.toTimeZone(zone);
    const bool isThisYear = local.date().year() == now.toTimeZone(zone).date().year();
    return isThisYear ? shortDayText(local.date()) + u' ' + timeText(moment, zone)
                      : QLocale().toString(local.date(), u"d MMM yyyy"_s);
}

QString resetText(const QString &reset)
{
    if (reset.isEmpty())
        return texts::Keys::tr("Never", "a cap resets");
    if (reset == u"daily")
        return texts::Keys::tr("Daily");
    if (reset == u"weekly")
        return texts::Keys::tr("Weekly");
    if (reset == u"monthly")
        return texts::Keys::tr("Monthly");
    return reset;
}

QString capPeriodText(const QString &reset)
{
    if (reset == u"daily")
        return texts::Keys::tr("today");
    if (reset == u"weekly")
        return texts::Keys::tr("this week");
    if (reset == u"monthly")
        return texts::Keys::tr("this month");
    return {};
}

QString limitText(Money limit)
{
    constexpr qint64 Unit = 1'000'000'000;
    return limit.nanos() % Unit == 0 ? wholeMoneyText(limit) : moneyText(limit);
}

QString capText(const std::optional<Money> &limit, const QString &reset)
{
    if (!limit)
        return texts::Keys::tr("None", "a key has no cap");
    const auto amount = moneyText(*limit);
    if (reset == u"daily")
        //: %1 is money
        return texts::Keys::tr("%1, resets daily").arg(amount);
    if (reset == u"weekly")
        //: %1 is money
        return texts::Keys::tr("%1, resets weekly").arg(amount);
    if (reset == u"monthly")
        //: %1 is money
        return texts::Keys::tr("%1, resets monthly").arg(amount);
    if (reset.isEmpty())
        //: %1 is money
        return texts::Keys::tr("%1 for good").arg(amount);
    //: %1 is money, %2 the gateway's own word for a period
    return texts::Keys::tr("%1, resets: %2").arg(amount, reset);
}

std::optional<QString> sharePercentText(Money part, Money whole)
{
    if (whole.nanos() <= 0 || part.currency() != whole.currency())
        return std::nullopt;
    return QString::number(scaledHalfEven(part.nanos(), 100, whole.nanos())) + u'%';
}

QString markWords(HygieneMark mark)
{
    switch (mark) {
    case HygieneMark::Set:
        return texts::Keys::tr("set", "a protection of a key");
    case HygieneMark::Missing:
        return texts::Keys::tr("missing", "a protection of a key");
    case HygieneMark::NotOffered:
        return texts::Keys::tr("not offered by this gateway", "a protection of a key");
    case HygieneMark::Unknown:
        break;
    }
    return texts::Keys::tr("not told", "a protection of a key");
}

QString keyTail(const QString &masked)
{
    static const QRegularExpression end(
        u"[A-Za-z0-9]{1,%1}$"_s.arg(TailLength)); // behind the dots of the mask
    const auto tail = end.match(masked).captured();
    return masked.size() < TailLength ? masked : u'\u2026' + tail;
}

QString maskedWithDots(const QString &masked)
{
    static const QRegularExpression gap(u"(\\.{2,}|\u2026+|\\*+|\u2022+)"_s);
    auto text = masked;
    return text.replace(gap, QString(8, u'\u2022'));
}

QString maskedSpoken(const QString &masked)
{
    QStringList letters;
    for (const auto letter : masked.right(TailLength))
        letters.append(letter);
    //: %1 is the last letters of a secret, with spaces between them
    return texts::Keys::tr("secret, hidden, ends in %1").arg(letters.join(u' '));
}

} // namespace tollkeeper
