// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/translation_contexts.h"
#include "words/figures.h"
#include "words/key_figures.h"
#include "words/rule_alert_parts.h"

#include <QLocale>

#include <cmath>

using namespace Qt::Literals::StringLiterals;

namespace tollkeeper::alertwords {
namespace {

QString weekdayText(QDate day)
{
    return QLocale().standaloneDayName(day.dayOfWeek());
}

//! "$3.00 instead of $2.50"; empty where the price did not move or is not told.
QString movedText(const std::optional<Money> &before, const std::optional<Money> &after)
{
    if (!before || !after || *before == *after)
        return {};
    //: a price now (%1) and before (%2)
    return texts::RuleAlertWords::tr("%1 instead of %2").arg(moneyText(*after), moneyText(*before));
}

QString perMillionText(const QString &unit)
{
    if (unit == u"request")
        return texts::RuleAlertWords::tr("per million requests");
    return unit == u"second" ? texts::RuleAlertWords::tr("per million seconds")
                             : texts::RuleAlertWords::tr("per million tokens");
}

AlertStep openUsage(const QString &note)
{
    return {texts::RuleAlertWords::tr("Look at its requests"), note, AlertAction::OpenUsage,
        texts::RuleAlertWords::tr("Open usage")};
}

AlertStep stopKey()
{
    return {texts::RuleAlertWords::tr("Stop the key if nobody knows why"),
        texts::RuleAlertWords::tr("Disable or cap it at the gateway. A rule warns, it stops nothing."),
        AlertAction::OpenKey, texts::RuleAlertWords::tr("Open key")};
}

} // namespace

AlertWords spike(const Alert &alert, const QTimeZone &zone)
{
    const auto &facts = alert.facts;
    const auto weekday = weekdayText(facts.periodFirst);
    const auto spent = amountText(facts.spent);
    const bool isToday = alert.lastTrueAt.toTimeZone(zone).date() == facts.periodFirst;
    AlertWords words;
    words.title = facts.times
        //: %1 a key, %2 a factor such as 3.1, %3 a weekday
        ? texts::RuleAlertWords::tr("%1 spent %2 times its usual %3")
              .arg(facts.name, timesText(*facts.times), weekday)
        //: %1 a key, %2 money, %3 a weekday
        : texts::RuleAlertWords::tr("%1 spent %2 on a %3 that usually costs nothing")
              .arg(facts.name, spent, weekday);
    const auto when = isToday
        //: %1 is money
        ? texts::RuleAlertWords::tr("%1 so far today").arg(spent)
        //: %1 money, %2 a day
        : texts::RuleAlertWords::tr("%1 on %2").arg(spent, dayText(facts.periodFirst));
    //: %1 "$60.00 so far today", %2 money
    words.line = texts::RuleAlertWords::tr("%1; usually %2").arg(when, amountText(facts.usual));
    words.body = words.line + u'.';
    words.whatHappened = withDriver(
        //: %1 a key, %2 an account, %3 "$60.00 so far today", %4 a weekday, %5 money
        texts::RuleAlertWords::tr("%1 of %2 cost %3. A %4 of the last four weeks usually costs %5.")
            .arg(facts.name, facts.accountName, when, weekday, amountText(facts.usual)),
        facts.driver);
    words.whyItMatters = texts::RuleAlertWords::tr(
        "A key that suddenly costs more runs in a loop, does new work, or is in the wrong hands.");
    words.steps
        = {openUsage(texts::RuleAlertWords::tr("They say which model and which hours it was.")), stopKey(),
            {texts::RuleAlertWords::tr("Expected? Acknowledge it"),
                texts::RuleAlertWords::tr(
                    "The usual is the middle of four weeks, so that one such day does not move it."),
                AlertAction::OpenRule, texts::RuleAlertWords::tr("Edit rule")}};
    words.figures
        = {{isToday ? texts::RuleAlertWords::tr("Spent today") : texts::RuleAlertWords::tr("Spent that day"),
               spent},
            {texts::RuleAlertWords::tr("Usual"), amountText(facts.usual)}};
    if (facts.times)
        words.figures.append({texts::RuleAlertWords::tr("Times the usual"), timesText(*facts.times)});
    if (!facts.driver.isEmpty())
        words.figures.append({texts::RuleAlertWords::tr("Most on"), facts.driver});
    return words;
}

AlertWords unusualHour(const Alert &alert, const QTimeZone &zone)
{
    const auto &facts = alert.facts;
    const auto since = whenText(facts.since.value_or(alert.raisedAt), zone);
    AlertWords words;
    //: %1 is a key
    words.title = texts::RuleAlertWords::tr("%1 spends at an unusual hour").arg(facts.name);
    //: %1 money, %2 a moment
    words.line = texts::RuleAlertWords::tr("%1 since %2").arg(amountText(facts.spent), since);
    words.body = texts::RuleAlertWords::tr("%1 since %2. In the weeks before it never spent at this hour.")
                     .arg(amountText(facts.spent), since);
    words.whatHappened = withDriver(
        //: %1 a key, %2 an account, %3 money, %4 a moment
        texts::RuleAlertWords::tr(
            "%1 of %2 keeps to certain hours of the week. It has spent %3 outside of them since %4.")
            .arg(facts.name, facts.accountName, amountText(facts.spent), since),
        facts.driver);
    words.whyItMatters = texts::RuleAlertWords::tr(
        "A job that runs when it never did was started by somebody, or by somebody else.");
    words.steps = {openUsage(texts::RuleAlertWords::tr("They say what was asked at that hour.")), stopKey()};
    words.figures = {{texts::RuleAlertWords::tr("Spent at that hour"), amountText(facts.spent)},
        {texts::RuleAlertWords::tr("Since"), since}};
    if (!facts.driver.isEmpty())
        words.figures.append({texts::RuleAlertWords::tr("Most on"), facts.driver});
    return words;
}

AlertWords lowBalance(const Alert &alert, const QTimeZone &zone)
{
    const auto &facts = alert.facts;
    const auto balance = amountText(facts.spent);
    AlertWords words;
    words.title = facts.daysLeft
        //: %1 an account, %2 "3.9 days"
        ? texts::RuleAlertWords::tr("%1: about %2 of credit left")
              .arg(facts.name, daysLeftText(*facts.daysLeft))
        //: %1 is an account
        : texts::RuleAlertWords::tr("%1: the balance is low").arg(facts.name);
    words.line = facts.daysLeft
        //: %1 money, %2 "3.9 days"
        ? texts::RuleAlertWords::tr("%1 left, about %2 at this pace")
              .arg(balance, daysLeftText(*facts.daysLeft))
        //: %1 is money
        : texts::RuleAlertWords::tr("%1 left").arg(balance);
    words.body = facts.until
        //: %1 money, %2 a day
        ? texts::RuleAlertWords::tr("%1 left. Top up before %2.")
              .arg(balance, dayText(facts.until->toTimeZone(zone).date()))
        //: %1 is money
        : texts::RuleAlertWords::tr("%1 left. Top up before it runs out.").arg(balance);
    //: %1 an account, %2 money
    words.whatHappened
        = texts::RuleAlertWords::tr("The last two polls agree that %1 has %2 left.").arg(facts.name, balance);
    if (facts.usual)
        //: %1 is money
        words.whatHappened += u' '
            + texts::RuleAlertWords::tr("The last seven days cost %1 a day.").arg(moneyText(*facts.usual));
    words.whyItMatters = texts::RuleAlertWords::tr(
        "At zero the gateway refuses every request of every key of this account.");
    words.steps = {{texts::RuleAlertWords::tr("Top up at the gateway"),
                       texts::RuleAlertWords::tr("The alert closes once two polls see the new balance."),
                       AlertAction::OpenAccount, texts::RuleAlertWords::tr("Open account")},
        {texts::RuleAlertWords::tr("Find out what spends"),
            texts::RuleAlertWords::tr("A spike that is stopped makes the balance last longer."),
            AlertAction::OpenUsage, texts::RuleAlertWords::tr("Open usage")}};
    words.figures = {{texts::RuleAlertWords::tr("Balance"), balance}};
    if (facts.daysLeft)
        words.figures.append({texts::RuleAlertWords::tr("Lasts about"), daysLeftText(*facts.daysLeft)});
    if (facts.usual)
        words.figures.append({texts::RuleAlertWords::tr("A day, last 7 days"), moneyText(*facts.usual)});
    if (facts.until)
        words.figures.append(
            {texts::RuleAlertWords::tr("Runs out about"), dayText(facts.until->toTimeZone(zone).date())});
    return words;
}

AlertWords priceChange(const Alert &alert, const QTimeZone &zone)
{
    const auto &facts = alert.facts;
    const auto percent = facts.percent.value_or(0);
    const auto share = shareText(std::abs(percent));
    AlertWords words;
    words.title = percent < 0
        //: %1 a model, %2 a percentage, %3 an account
        ? texts::RuleAlertWords::tr("%1 costs %2 less at %3").arg(facts.name, share, facts.accountName)
        : texts::RuleAlertWords::tr("%1 costs %2 more at %3").arg(facts.name, share, facts.accountName);
    QStringList parts;
    if (const auto input = movedText(facts.usual, facts.spent); !input.isEmpty())
        //: %1 "$3.00 instead of $2.50"
        parts.append(texts::RuleAlertWords::tr("input %1").arg(input));
    if (const auto output = movedText(facts.limit, facts.expected); !output.isEmpty())
        //: %1 "$3.00 instead of $2.50"
        parts.append(texts::RuleAlertWords::tr("output %1").arg(output));
    words.line = sentence(parts.join(u", "_s)) + u' ' + perMillionText(facts.cause);
    words.body = words.line + u'.';
    //: %1 an account, %2 a moment, %3 a model
    words.whatHappened
        = texts::RuleAlertWords::tr("The catalogue of %1 has listed another price for %3 since %2.")
              .arg(facts.accountName, whenText(facts.since.value_or(alert.raisedAt), zone), facts.name)
        + u' ' + words.body;
    words.whyItMatters = percent < 0
        ? texts::RuleAlertWords::tr("What you compare models by has changed.")
        : texts::RuleAlertWords::tr(
            "The same requests cost more from now on, and forecasts follow only slowly.");
    words.steps = {
        {texts::RuleAlertWords::tr("See what you spend on it"),
            facts.driver.isEmpty() ? texts::RuleAlertWords::tr("By key and by day.")
                                   //: %1 is a key
                                   : texts::RuleAlertWords::tr("Most of it comes from %1.").arg(facts.driver),
            AlertAction::OpenUsage, texts::RuleAlertWords::tr("Open usage")},
        {texts::RuleAlertWords::tr("Look at the forecast"),
            texts::RuleAlertWords::tr("And at the budgets that count this model."), AlertAction::OpenForecast,
            texts::RuleAlertWords::tr("Open forecast")}};
    if (facts.usual && facts.spent)
        words.figures.append({texts::RuleAlertWords::tr("Input before"), moneyText(*facts.usual)});
    if (facts.spent)
        words.figures.append({texts::RuleAlertWords::tr("Input now"), moneyText(*facts.spent)});
    if (facts.limit && facts.expected)
        words.figures.append({texts::RuleAlertWords::tr("Output before"), moneyText(*facts.limit)});
    if (facts.expected)
        words.figures.append({texts::RuleAlertWords::tr("Output now"), moneyText(*facts.expected)});
    if (words.figures.size() < 4)
        words.figures.append({texts::RuleAlertWords::tr("Change"), share});
    return words;
}

AlertWords weeklyDigest(const Alert &alert, const QTimeZone & /*zone*/)
{
    const auto &facts = alert.facts;
    const bool isOneMonth = facts.periodFirst.month() == facts.periodLast.month();
    const auto first = isOneMonth ? QString::number(facts.periodFirst.day())
                                  : QLocale().toString(facts.periodFirst, u"d MMMM"_s);
    const auto last = QLocale().toString(facts.periodLast, u"d MMMM"_s);
    const auto alerts = counted(QT_TRANSLATE_NOOP("RuleAlertWords", "1 alert"),
        QT_TRANSLATE_N_NOOP("RuleAlertWords", "%n alerts"), facts.count.value_or(0));
    const auto polls = counted(QT_TRANSLATE_NOOP("RuleAlertWords", "1 missed poll"),
        QT_TRANSLATE_N_NOOP("RuleAlertWords", "%n missed polls"), facts.of.value_or(0));
    const auto spent = amountText(facts.spent, facts.isAtLeast);
    AlertWords words;
    //: %1 and %2 are days: "Weekly digest, 8 to 14 June"
    words.title = texts::RuleAlertWords::tr("Weekly digest, %1 to %2").arg(first, last);
    //: %1 money, %2 "3 alerts", %3 "0 missed polls"
    words.line = sentence(texts::RuleAlertWords::tr("%1 spent, %2, %3").arg(spent, alerts, polls));
    words.body = words.line + u'.';
    words.whatHappened = words.body;
    if (facts.usual)
        //: %1 is money
        words.whatHappened
            += u' ' + texts::RuleAlertWords::tr("The week before cost %1.").arg(moneyText(*facts.usual));
    if (!facts.driver.isEmpty())
        //: %1 is a key
        words.whatHappened += u' ' + texts::RuleAlertWords::tr("The dearest key was %1.").arg(facts.driver);
    words.whyItMatters = facts.isAtLeast
        ? texts::RuleAlertWords::tr(
            "Some account cannot tell all of its spend, so that the week cost at least this.")
        : texts::RuleAlertWords::tr("A week in four figures, so that a slow rise is seen as well as a jump.");
    words.steps = {{texts::RuleAlertWords::tr("See where it went"),
                       texts::RuleAlertWords::tr("By account, key and model."), AlertAction::OpenUsage,
                       texts::RuleAlertWords::tr("Open usage")},
        {texts::RuleAlertWords::tr("Go through the alerts of the week"),
            texts::RuleAlertWords::tr("Those that are over are kept."), AlertAction::OpenInbox,
            texts::RuleAlertWords::tr("Open inbox")}};
    words.figures = {{texts::RuleAlertWords::tr("Spent"), spent},
        {texts::RuleAlertWords::tr("The week before"), amountText(facts.usual)},
        {texts::RuleAlertWords::tr("Alerts"), countText(facts.count.value_or(0))},
        {texts::RuleAlertWords::tr("Missed polls"), countText(facts.of.value_or(0))}};
    return words;
}

} // namespace tollkeeper::alertwords
