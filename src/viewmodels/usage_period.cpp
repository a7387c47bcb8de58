// SPDX-License-Identifier: GPL-3.0-or-later
#include "viewmodels/usage_period.h"

#include "base/translation_contexts.h"
#include "words/figures.h"

#include <QLocale>

using namespace Qt::Literals::StringLiterals;

namespace tollkeeper {
namespace {

QString fixedText(const DayRange &days, QDate today)
{
    const bool hasYear = days.first.year() != today.year() || days.last.year() != today.year();
    const auto text = [hasYear](QDate day) {
        return hasYear ? QLocale().toString(day, u"d MMM yyyy"_s) : shortDayText(day);
    };
    if (days.first == days.last)
        return text(days.first);
    //: %1 and %2 are days, both included
    return texts::Usage::tr("%1 to %2").arg(text(days.first), text(days.last));
}

} // namespace

QStringList periodWords()
{
    return {u"today"_s, u"yesterday"_s, u"last7"_s, u"last30"_s, u"month"_s, u"lastMonth"_s};
}

QString periodName(const QString &word)
{
    if (word == u"today")
        return texts::Usage::tr("Today");
    if (word == u"yesterday")
        return texts::Usage::tr("Yesterday");
    if (word == u"last7")
        return texts::Usage::tr("Last 7 days");
    if (word == u"last30")
        return texts::Usage::tr("Last 30 days");
    if (word == u"month")
        return texts::Usage::tr("This month");
    return word == u"lastMonth" ? texts::Usage::tr("Last month") : texts::Usage::tr("Other days");
}

DayRange daysOfPeriod(const QString &word, QDate today)
{
    if (word == u"today")
        return {today, today};
    if (word == u"yesterday")
        return {today.addDays(-1), today.addDays(-1)};
    if (word == u"last7")
        return {today.addDays(-6), today};
    if (word == u"last30")
        return {today.addDays(-29), today};
    if (word == u"month")
        return {monthOf(today).first, today};
    return word == u"lastMonth" ? monthBefore(today) : DayRange();
}

QString periodText(const QString &word, const DayRange &days, QDate today)
{
    if (word == u"today" || word == u"yesterday")
        //: %1 is "Today" or "Yesterday", %2 a day
        return texts::Usage::tr("%1, %2").arg(periodName(word), QLocale().toString(days.first, u"d MMMM"_s));
    if (word == u"month" || word == u"lastMonth")
        return days.first.year() == today.year() ? monthNameText(days.first) : monthText(days.first);
    return word == u"fixed" ? fixedText(days, today) : periodName(word);
}

} // namespace tollkeeper
