// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/translation_contexts.h"
#include "domain/account.h"
#include "words/figures.h"
#include "words/rule_alert_parts.h"

using namespace Qt::Literals::StringLiterals;

namespace tollkeeper::alertwords {
namespace {

QString stateText(const QString &word)
{
    switch (accountStateFromText(word)) {
    case AccountState::Refused:
        return texts::RuleAlertWords::tr("It refuses the key.");
    case AccountState::Slowed:
        return texts::RuleAlertWords::tr("It answers that we ask too often.");
    case AccountState::Unreachable:
        return texts::RuleAlertWords::tr("It cannot be reached.");
    case AccountState::Locked:
        return texts::RuleAlertWords::tr("Its key lies in a keychain that is locked or absent.");
    default:
        return texts::RuleAlertWords::tr("Its answers cannot be read.");
    }
}

//! "12 of 40 requests since 14:05"
QString countedText(const AlertFacts &facts, const QTimeZone &zone)
{
    const auto of = texts::RuleAlertWords::tr("%1 of %2", "requests")
                        .arg(countText(facts.count.value_or(0)), countText(facts.of.value_or(0)));
    if (!facts.since)
        //: %1 "12 of 40"
        return texts::RuleAlertWords::tr("%1 requests").arg(of);
    //: %1 "12 of 40", %2 a time of day
    return texts::RuleAlertWords::tr("%1 requests since %2").arg(of, timeText(*facts.since, zone));
}

AlertStep openRequests(const QString &note)
{
    return {texts::RuleAlertWords::tr("Look at the requests"), note, AlertAction::OpenRequests,
        texts::RuleAlertWords::tr("Open requests")};
}

} // namespace

AlertWords gatewayHealth(const Alert &alert, const QTimeZone &zone)
{
    const auto &facts = alert.facts;
    const auto since = facts.since.value_or(alert.raisedAt);
    const auto polls = counted(QT_TRANSLATE_NOOP("RuleAlertWords", "1 poll without an answer"),
        QT_TRANSLATE_N_NOOP("RuleAlertWords", "%n polls without an answer"), facts.count.value_or(0));
    AlertWords words;
    //: %1 an account, %2 a time of day
    words.title
        = texts::RuleAlertWords::tr("No figures from %1 since %2").arg(facts.name, timeText(since, zone));
    //: %1 "3 polls without an answer", %2 a time of day
    words.line = texts::RuleAlertWords::tr("%1; figures are of %2").arg(polls, timeText(since, zone));
    //: %1 "3 polls without an answer"
    words.body = texts::RuleAlertWords::tr("%1. Totals are marked stale.").arg(polls);
    //: %1 an account, %2 a moment, %3 a sentence why
    words.whatHappened = texts::RuleAlertWords::tr("%1 last told its figures %2. %3")
                             .arg(facts.name, whenText(since, zone), stateText(facts.cause));
    words.whyItMatters = texts::RuleAlertWords::tr(
        "What was spent since is missing from every total, and no rule can say anything of it.");
    words.steps = {{texts::RuleAlertWords::tr("See what is wrong"),
                       texts::RuleAlertWords::tr("Each poll and its answer."), AlertAction::OpenHealth,
                       texts::RuleAlertWords::tr("Open health")},
        {texts::RuleAlertWords::tr("Check the key"),
            texts::RuleAlertWords::tr("A key that was replaced or deleted is refused."),
            AlertAction::OpenAccount, texts::RuleAlertWords::tr("Open account")}};
    words.figures = {{texts::RuleAlertWords::tr("Last answer"), whenText(since, zone)},
        {texts::RuleAlertWords::tr("Failed polls"), countText(facts.count.value_or(0))}};
    return words;
}

AlertWords failureRate(const Alert &alert, const QTimeZone &zone)
{
    const auto &facts = alert.facts;
    AlertWords words;
    //: %1 a percentage, %2 a key
    words.title = texts::RuleAlertWords::tr("%1 of %2 requests fail")
                      .arg(shareText(facts.percent.value_or(0)), facts.name);
    words.line = countedText(facts, zone);
    words.body = facts.cause.isEmpty() ? words.line + u'.'
                                       //: %1 is a code or word of the gateway
                                       : texts::RuleAlertWords::tr("Most: %1.").arg(facts.cause);
    //: %1 "12 of 40 requests since 14:05", %2 a key, %3 an account
    words.whatHappened
        = texts::RuleAlertWords::tr("%1 of %2 at %3 failed.").arg(words.line, facts.name, facts.accountName);
    if (!facts.cause.isEmpty())
        words.whatHappened += u' ' + texts::RuleAlertWords::tr("Most: %1.").arg(facts.cause);
    if (!facts.driver.isEmpty())
        //: %1 is a model
        words.whatHappened
            += u' ' + texts::RuleAlertWords::tr("Most of them asked for %1.").arg(facts.driver);
    words.whyItMatters = texts::RuleAlertWords::tr(
        "Whoever waits for these answers gets none, and some failures are billed all the same.");
    words.steps = {
        openRequests(texts::RuleAlertWords::tr("Each says who refused it and whether trying again helps.")),
        {texts::RuleAlertWords::tr("Is it the gateway?"),
            texts::RuleAlertWords::tr("See whether its other keys fail, too."), AlertAction::OpenHealth,
            texts::RuleAlertWords::tr("Open health")}};
    words.figures = {{texts::RuleAlertWords::tr("Failed"),
                         texts::RuleAlertWords::tr("%1 of %2", "requests")
                             .arg(countText(facts.count.value_or(0)), countText(facts.of.value_or(0)))},
        {texts::RuleAlertWords::tr("Share"), shareText(facts.percent.value_or(0))}};
    if (!facts.cause.isEmpty())
        words.figures.append({texts::RuleAlertWords::tr("Most"), facts.cause});
    if (!facts.driver.isEmpty())
        words.figures.append({texts::RuleAlertWords::tr("Model"), facts.driver});
    return words;
}

AlertWords fallbackRate(const Alert &alert, const QTimeZone &zone)
{
    const auto &facts = alert.facts;
    // In whole percent: list prices are no bill.
    const auto dearer = facts.times ? shareText(double(qRound((*facts.times - 1) * 100))) : QString();
    AlertWords words;
    //: %1 a percentage, %2 a key
    words.title = texts::RuleAlertWords::tr("%1 of %2 fell back")
                      .arg(shareText(facts.percent.value_or(0)), facts.name);
    //: %1 and %2 are models
    words.line = texts::RuleAlertWords::tr("Served by %1 instead of %2").arg(facts.after, facts.before);
    words.body = dearer.isEmpty()
        //: %1 and %2 are models
        ? texts::RuleAlertWords::tr("%1 answers instead of %2.").arg(facts.after, facts.before)
        //: %1 and %2 are models, %3 a percentage
        : texts::RuleAlertWords::tr("%1 answers instead of %2, at %3 more.")
              .arg(facts.after, facts.before, dearer);
    //: %1 "12 of 40 requests since 14:05", %2 a key, %3 an account, %4 a sentence
    words.whatHappened = texts::RuleAlertWords::tr(
        "%1 of %2 at %3 were answered by another model than they asked for. Most often %4")
                             .arg(countedText(facts, zone), facts.name, facts.accountName, words.body);
    words.whyItMatters = texts::RuleAlertWords::tr(
        "Other models answer differently and cost something else. No request failed.");
    words.steps
        = {openRequests(texts::RuleAlertWords::tr("Each says why the model asked for did not answer.")),
            {texts::RuleAlertWords::tr("Choose another fallback, or a highest price"),
                texts::RuleAlertWords::tr("Where the requests are made; the gateway goes by what they say."),
                AlertAction::None, {}},
            {texts::RuleAlertWords::tr("Accept it for now"),
                texts::RuleAlertWords::tr("The alert closes when fewer than half as many fall back."),
                AlertAction::OpenRule, texts::RuleAlertWords::tr("Edit rule")}};
    words.figures = {{texts::RuleAlertWords::tr("Fell back"),
                         texts::RuleAlertWords::tr("%1 of %2", "requests")
                             .arg(countText(facts.count.value_or(0)), countText(facts.of.value_or(0)))},
        {texts::RuleAlertWords::tr("Share"), shareText(facts.percent.value_or(0))},
        {texts::RuleAlertWords::tr("Most often to"), facts.after}};
    if (!dearer.isEmpty())
        words.figures.append({texts::RuleAlertWords::tr("Dearer by"), dearer});
    return words;
}

AlertWords servedModel(const Alert &alert, const QTimeZone &zone)
{
    const auto &facts = alert.facts;
    const auto requests = counted(QT_TRANSLATE_NOOP("RuleAlertWords", "1 request"),
        QT_TRANSLATE_N_NOOP("RuleAlertWords", "%n requests"), facts.count.value_or(0));
    const auto since = facts.since ? dayText(facts.since->toTimeZone(zone).date()) : QString();
    AlertWords words;
    //: %1 a key, %2 a model
    words.title = texts::RuleAlertWords::tr("%1 is answered by %2").arg(facts.name, facts.after);
    //: %1 a model asked for, %2 the model of before
    words.line
        = texts::RuleAlertWords::tr("It asks for %1; until now %2 answered").arg(facts.driver, facts.before);
    words.body = words.line + u'.';
    //: %1 "12 requests", %2 a model, %3 a key, %4 an account, %5 a model, %6 a day
    words.whatHappened = texts::RuleAlertWords::tr(
        "%1 for %2 by %3 at %4 were answered by %5 since %6. It never answered them in the days before.")
                             .arg(requests, facts.driver, facts.name, facts.accountName, facts.after, since);
    words.whyItMatters
        = texts::RuleAlertWords::tr("A name that moves to another model changes answers and cost by itself.");
    words.steps = {openRequests(texts::RuleAlertWords::tr("Compare what they cost and how long they took.")),
        {texts::RuleAlertWords::tr("Ask for a version by name"),
            texts::RuleAlertWords::tr("Then the model stays what it is."), AlertAction::None, {}}};
    words.figures = {{texts::RuleAlertWords::tr("Answered before"), facts.before},
        {texts::RuleAlertWords::tr("Answers now"), facts.after},
        {texts::RuleAlertWords::tr("Requests"), countText(facts.count.value_or(0))}};
    return words;
}

} // namespace tollkeeper::alertwords
