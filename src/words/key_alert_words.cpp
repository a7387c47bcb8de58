// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/translation_contexts.h"
#include "words/figures.h"
#include "words/key_figures.h"
#include "words/rule_alert_parts.h"

#include <cmath>

using namespace Qt::Literals::StringLiterals;

namespace tollkeeper::alertwords {
namespace {

AlertStep rotate(const QString &note)
{
    return {texts::RuleAlertWords::tr("Rotate it"), note, AlertAction::StartRotation,
        texts::RuleAlertWords::tr("Start rotation")};
}

AlertStep openKey(const QString &title, const QString &note)
{
    return {title, note, AlertAction::OpenKey, texts::RuleAlertWords::tr("Open key")};
}

AlertStep label()
{
    return {texts::RuleAlertWords::tr("Say whose it is"),
        texts::RuleAlertWords::tr("A key with a team or an owner is no longer unknown."),
        AlertAction::LabelKey, texts::RuleAlertWords::tr("Give it a team")};
}

AlertWords reachedCap(const AlertFacts &facts, const QString &reset)
{
    AlertWords words;
    const auto share
        = texts::RuleAlertWords::tr("%1 of %2").arg(amountText(facts.spent), amountText(facts.limit));
    //: %1 is a key
    words.title = texts::RuleAlertWords::tr("%1 reached its cap").arg(facts.name);
    //: %1 "$70.00 of $70.00", %2 a day
    words.line = reset.isEmpty()
        ? texts::RuleAlertWords::tr("%1; requests fail until it is raised").arg(share)
        : texts::RuleAlertWords::tr("%1; requests fail until %2").arg(share, reset);
    words.body = reset.isEmpty()
        ? texts::RuleAlertWords::tr("%1. Its requests fail until the cap is raised.").arg(share)
        : texts::RuleAlertWords::tr("%1. Its requests fail until %2.").arg(share, reset);
    words.whyItMatters = texts::RuleAlertWords::tr(
        "The gateway refuses every request of this key. Nothing here can let them through.");
    return words;
}

AlertWords nearCap(const AlertFacts &facts, const QString &reset)
{
    AlertWords words;
    const auto left = facts.limit && facts.spent
        ? moneyText(std::max(*facts.limit - *facts.spent, Money::fromNanos(0, facts.limit->currency())))
        : texts::RuleAlertWords::tr("unknown", "an amount");
    //: %1 a key, %2 a percentage
    words.title = texts::RuleAlertWords::tr("%1 has used %2 of its cap")
                      .arg(facts.name, shareText(std::floor(facts.percent.value_or(0))));
    //: %1 money, %2 a day
    words.line = reset.isEmpty() ? texts::RuleAlertWords::tr("%1 left; it never resets").arg(left)
                                 : texts::RuleAlertWords::tr("%1 left, resets %2").arg(left, reset);
    words.body = words.line + u'.';
    words.whyItMatters
        = texts::RuleAlertWords::tr("At the cap its requests fail until the cap resets or is raised.");
    return words;
}

} // namespace

AlertWords keyCap(const Alert &alert, const QTimeZone & /*zone*/)
{
    const auto &facts = alert.facts;
    // The gateway's calendar is that of UTC.
    const auto reset = facts.until ? whenText(*facts.until, QTimeZone::utc()) : QString();
    const bool isReached = facts.spent && facts.limit && *facts.spent >= *facts.limit;
    auto words = isReached ? reachedCap(facts, reset) : nearCap(facts, reset);
    //: %1 a key, %2 an account, %3 money, %4 money
    words.whatHappened
        = texts::RuleAlertWords::tr("By the gateway's own figures %1 of %2 has spent %3 of its cap of %4.")
              .arg(facts.name, facts.accountName, amountText(facts.spent), amountText(facts.limit));
    words.steps = {openKey(texts::RuleAlertWords::tr("Raise the cap"),
                       texts::RuleAlertWords::tr("If the spend is wanted.")),
        {texts::RuleAlertWords::tr("Find out what spends more than usual"),
            texts::RuleAlertWords::tr("By model and by day."), AlertAction::OpenUsage,
            texts::RuleAlertWords::tr("Open usage")}};
    words.figures = {{texts::RuleAlertWords::tr("Used"), amountText(facts.spent)},
        {texts::RuleAlertWords::tr("Cap"), amountText(facts.limit)}};
    if (facts.percent)
        words.figures.append({texts::RuleAlertWords::tr("Share"), shareText(std::floor(*facts.percent))});
    words.figures.append({texts::RuleAlertWords::tr("Resets"),
        reset.isEmpty() ? texts::RuleAlertWords::tr("never", "a cap resets") : reset});
    return words;
}

AlertWords keyExpiry(const Alert &alert, const QTimeZone & /*zone*/)
{
    const auto &facts = alert.facts;
    const auto when = facts.until ? whenText(*facts.until, QTimeZone::utc()) : QString();
    const auto left = facts.daysLeft.value_or(0);
    const bool isOver = left <= 0;
    AlertWords words;
    words.title = isOver
        ? texts::RuleAlertWords::tr("%1 has expired").arg(facts.name)
        //: %1 a key, %2 "2 days"
        : texts::RuleAlertWords::tr("%1 expires in %2").arg(facts.name, daysLeftText(std::ceil(left)));
    //: %1 is a moment
    words.line = isOver ? texts::RuleAlertWords::tr("Ended %1").arg(when)
                        : texts::RuleAlertWords::tr("Ends %1").arg(when);
    words.body = isOver ? texts::RuleAlertWords::tr("%1. Requests with it are refused.").arg(when)
                        : texts::RuleAlertWords::tr("%1. Rotate it now.").arg(when);
    words.whatHappened = isOver
        //: %1 a key, %2 an account, %3 a moment
        ? texts::RuleAlertWords::tr("The gateway has refused %1 of %2 since %3.")
              .arg(facts.name, facts.accountName, when)
        : texts::RuleAlertWords::tr("The gateway refuses %1 of %2 from %3 on.")
              .arg(facts.name, facts.accountName, when);
    words.whyItMatters = texts::RuleAlertWords::tr("Whatever uses this key stops working at that moment.");
    words.steps
        = {rotate(texts::RuleAlertWords::tr("Both keys work until you have put the new one in place.")),
            openKey(texts::RuleAlertWords::tr("Or move its expiry"),
                texts::RuleAlertWords::tr("Where the gateway lets you."))};
    words.figures = {{texts::RuleAlertWords::tr("Expires"), when}};
    if (!isOver)
        words.figures.append({texts::RuleAlertWords::tr("Left"), daysLeftText(std::ceil(left))});
    words.figures.append({texts::RuleAlertWords::tr("Account"), facts.accountName});
    return words;
}

AlertWords rotationDue(const Alert &alert, const QTimeZone &zone)
{
    const auto &facts = alert.facts;
    const auto age = daysText(facts.count.value_or(0));
    const auto policy = daysText(facts.of.value_or(0));
    const auto due = facts.until ? dayText(facts.until->toTimeZone(zone).date()) : QString();
    const bool isDue = facts.daysLeft.value_or(0) <= 0;
    AlertWords words;
    //: %1 a key, %2 "92 days"
    words.title = texts::RuleAlertWords::tr("%1 is %2 old").arg(facts.name, age);
    //: %1 is a day
    words.line = isDue ? texts::RuleAlertWords::tr("Rotation was due %1").arg(due)
                       : texts::RuleAlertWords::tr("Rotation is due %1").arg(due);
    //: %1 "90 days", %2 a day
    words.body = texts::RuleAlertWords::tr("Your policy is %1. %2.").arg(policy, words.line);
    //: %1 a key, %2 an account, %3 and %4 "90 days"
    words.whatHappened
        = texts::RuleAlertWords::tr("%1 of %2 was made %3 ago. Your policy is to replace a key after %4.")
              .arg(facts.name, facts.accountName, age, policy);
    words.whyItMatters
        = texts::RuleAlertWords::tr("The older a key is, the more places it has been copied to.");
    words.steps
        = {rotate(texts::RuleAlertWords::tr("Step by step; both keys work until the old one is disabled.")),
            openKey(texts::RuleAlertWords::tr("Or set another age for it"),
                texts::RuleAlertWords::tr("A key can have a policy of its own."))};
    words.figures = {{texts::RuleAlertWords::tr("Age"), age}, {texts::RuleAlertWords::tr("Policy"), policy},
        {isDue ? texts::RuleAlertWords::tr("Was due") : texts::RuleAlertWords::tr("Due"), due}};
    return words;
}

AlertWords uncappedKey(const Alert &alert, const QTimeZone &zone)
{
    const auto &facts = alert.facts;
    const bool isUnknown = alert.step == 0;
    AlertWords words;
    if (isUnknown) {
        const auto since = whenText(facts.since.value_or(alert.raisedAt), zone);
        //: %1 an account, %2 a key
        words.title = texts::RuleAlertWords::tr("New key at %1: %2").arg(facts.accountName, facts.name);
        const auto cap = facts.limit
            //: %1 is money
            ? texts::RuleAlertWords::tr("It has a cap of %1.").arg(moneyText(*facts.limit))
            : texts::RuleAlertWords::tr("It has no cap.");
        words.line = texts::RuleAlertWords::tr("Nobody added it here");
        words.body = texts::RuleAlertWords::tr("Nobody added it here. %1").arg(cap);
        //: %1 a key, %2 an account, %3 a moment, %4 "It has no cap."
        words.whatHappened = texts::RuleAlertWords::tr(
            "%1 has been listed by %2 since %3, and nobody added it from here. %4")
                                 .arg(facts.name, facts.accountName, since, cap);
        words.whyItMatters = texts::RuleAlertWords::tr(
            "Somebody else can make keys for this account. Its spend counts as yours.");
        words.figures = {{texts::RuleAlertWords::tr("First seen"), since},
            {texts::RuleAlertWords::tr("Cap"),
                facts.limit ? moneyText(*facts.limit) : texts::RuleAlertWords::tr("none", "a cap")}};
    } else {
        const auto month = monthNameText(facts.periodFirst);
        //: %1 is a key
        words.title = texts::RuleAlertWords::tr("%1 has no cap and is in use").arg(facts.name);
        //: %1 money, %2 a month
        words.line = texts::RuleAlertWords::tr("%1 in %2").arg(amountText(facts.spent), month);
        words.body = texts::RuleAlertWords::tr("%1 in %2. Nothing at the gateway stops it.")
                         .arg(amountText(facts.spent), month);
        //: %1 a key, %2 an account, %3 money, %4 a month
        words.whatHappened = texts::RuleAlertWords::tr("%1 of %2 has spent %3 in %4 and has no cap.")
                                 .arg(facts.name, facts.accountName, amountText(facts.spent), month);
        words.whyItMatters
            = texts::RuleAlertWords::tr("Whoever gets hold of it can spend the whole balance.");
        words.figures = {{month, amountText(facts.spent)},
            {texts::RuleAlertWords::tr("Cap"), texts::RuleAlertWords::tr("none", "a cap")}};
    }
    words.steps = {
        openKey(texts::RuleAlertWords::tr("Set a cap"),
            texts::RuleAlertWords::tr("A little above what it usually costs, where the gateway offers one.")),
        label()};
    if (isUnknown)
        std::swap(words.steps[0], words.steps[1]);
    return words;
}

AlertWords unusedKey(const Alert &alert, const QTimeZone &zone)
{
    const auto &facts = alert.facts;
    const auto days = daysText(facts.count.value_or(0));
    const auto last = facts.since ? dayText(facts.since->toTimeZone(zone).date())
                                  : texts::RuleAlertWords::tr("not known", "last use");
    AlertWords words;
    //: %1 a key, %2 "41 days"
    words.title = texts::RuleAlertWords::tr("%1 has not been used for %2").arg(facts.name, days);
    //: %1 is a day
    words.line = facts.since ? texts::RuleAlertWords::tr("Last used %1").arg(last)
                             : texts::RuleAlertWords::tr("Not used since it is known here");
    words.body = words.line + u". "_s + texts::RuleAlertWords::tr("Disable it if nobody misses it.");
    //: %1 a key, %2 an account, %3 "41 days"
    words.whatHappened = texts::RuleAlertWords::tr("%1 of %2 has cost nothing for %3.")
                             .arg(facts.name, facts.accountName, days)
        + u' ' + words.line + u'.';
    words.whyItMatters = texts::RuleAlertWords::tr("Nobody would notice if somebody else began to use it.");
    words.steps
        = {openKey(texts::RuleAlertWords::tr("Disable it"),
               texts::RuleAlertWords::tr("That can be undone. Delete it once nothing has missed it.")),
            label()};
    words.figures
        = {{texts::RuleAlertWords::tr("Unused for"), days}, {texts::RuleAlertWords::tr("Last used"), last}};
    return words;
}

} // namespace tollkeeper::alertwords
