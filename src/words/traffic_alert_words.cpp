// SPDX-License-Identifier: GPL-3.0-or-later
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
        return tr("It refuses the key.");
    case AccountState::Slowed:
        return tr("It answers that we ask too often.");
    case AccountState::Unreachable:
        return tr("It cannot be reached.");
    case AccountState::Locked:
        return tr("Its key lies in a keychain that is locked or absent.");
    default:
        return tr("Its answers cannot be read.");
    }
}

//! "12 of 40 requests since 14:05"
QString countedText(const AlertFacts &facts, const QTimeZone &zone)
{
    const auto of
        = tr("%1 of %2", "requests").arg(countText(facts.count.value_or(0)), countText(facts.of.value_or(0)));
    if (!facts.since)
        //: %1 "12 of 40"
        return tr("%1 requests").arg(of);
    //: %1 "12 of 40", %2 a time of day
    return tr("%1 requests since %2").arg(of, timeText(*facts.since, zone));
}

AlertStep openRequests(const QString &note)
{
    return {tr("Look at the requests"), note, AlertAction::OpenRequests, tr("Open requests")};
}

} // namespace

AlertWords gatewayHealth(const Alert &alert, const QTimeZone &zone)
{
    const auto &facts = alert.facts;
    const auto since = facts.since.value_or(alert.raisedAt);
    const auto polls
        = counted("1 poll without an answer", "%n polls without an answer", facts.count.value_or(0));
    AlertWords words;
    //: %1 an account, %2 a time of day
    words.title = tr("No figures from %1 since %2").arg(facts.name, timeText(since, zone));
    //: %1 "3 polls without an answer", %2 a time of day
    words.line = tr("%1; figures are of %2").arg(polls, timeText(since, zone));
    //: %1 "3 polls without an answer"
    words.body = tr("%1. Totals are marked stale.").arg(polls);
    //: %1 an account, %2 a moment, %3 a sentence why
    words.whatHappened = tr("%1 last told its figures %2. %3")
                             .arg(facts.name, whenText(since, zone), stateText(facts.cause));
    words.whyItMatters
        = tr("What was spent since is missing from every total, and no rule can say anything of it.");
    words.steps = {{tr("See what is wrong"), tr("Each poll and its answer."), AlertAction::OpenHealth,
                       tr("Open health")},
        {tr("Check the key"), tr("A key that was replaced or deleted is refused."), AlertAction::OpenAccount,
            tr("Open account")}};
    words.figures = {
        {tr("Last answer"), whenText(since, zone)}, {tr("Failed polls"), countText(facts.count.value_or(0))}};
    return words;
}

AlertWords failureRate(const Alert &alert, const QTimeZone &zone)
{
    const auto &facts = alert.facts;
    AlertWords words;
    //: %1 a percentage, %2 a key
    words.title = tr("%1 of %2 requests fail").arg(shareText(facts.percent.value_or(0)), facts.name);
    words.line = countedText(facts, zone);
    words.body = facts.cause.isEmpty() ? words.line + u'.'
                                       //: %1 is a code or word of the gateway
                                       : tr("Most: %1.").arg(facts.cause);
    //: %1 "12 of 40 requests since 14:05", %2 a key, %3 an account
    words.whatHappened = tr("%1 of %2 at %3 failed.").arg(words.line, facts.name, facts.accountName);
    if (!facts.cause.isEmpty())
        words.whatHappened += u' ' + tr("Most: %1.").arg(facts.cause);
    if (!facts.driver.isEmpty())
        //: %1 is a model
        words.whatHappened += u' ' + tr("Most of them asked for %1.").arg(facts.driver);
    words.whyItMatters
        = tr("Whoever waits for these answers gets none, and some failures are billed all the same.");
    words.steps = {openRequests(tr("Each says who refused it and whether trying again helps.")),
        {tr("Is it the gateway?"), tr("See whether its other keys fail, too."), AlertAction::OpenHealth,
            tr("Open health")}};
    words.figures = {{tr("Failed"),
                         tr("%1 of %2", "requests")
                             .arg(countText(facts.count.value_or(0)), countText(facts.of.value_or(0)))},
        {tr("Share"), shareText(facts.percent.value_or(0))}};
    if (!facts.cause.isEmpty())
        words.figures.append({tr("Most"), facts.cause});
    if (!facts.driver.isEmpty())
        words.figures.append({tr("Model"), facts.driver});
    return words;
}

AlertWords fallbackRate(const Alert &alert, const QTimeZone &zone)
{
    const auto &facts = alert.facts;
    // In whole percent: list prices are no bill.
    const auto dearer = facts.times ? shareText(double(qRound((*facts.times - 1) * 100))) : QString();
    AlertWords words;
    //: %1 a percentage, %2 a key
    words.title = tr("%1 of %2 fell back").arg(shareText(facts.percent.value_or(0)), facts.name);
    //: %1 and %2 are models
    words.line = tr("Served by %1 instead of %2").arg(facts.after, facts.before);
    words.body = dearer.isEmpty()
        //: %1 and %2 are models
        ? tr("%1 answers instead of %2.").arg(facts.after, facts.before)
        //: %1 and %2 are models, %3 a percentage
        : tr("%1 answers instead of %2, at %3 more.").arg(facts.after, facts.before, dearer);
    //: %1 "12 of 40 requests since 14:05", %2 a key, %3 an account, %4 a sentence
    words.whatHappened
        = tr("%1 of %2 at %3 were answered by another model than they asked for. Most often %4")
              .arg(countedText(facts, zone), facts.name, facts.accountName, words.body);
    words.whyItMatters = tr("Other models answer differently and cost something else. No request failed.");
    words.steps = {openRequests(tr("Each says why the model asked for did not answer.")),
        {tr("Choose another fallback, or a highest price"),
            tr("Where the requests are made; the gateway goes by what they say."), AlertAction::None, {}},
        {tr("Accept it for now"), tr("The alert closes when fewer than half as many fall back."),
            AlertAction::OpenRule, tr("Edit rule")}};
    words.figures = {{tr("Fell back"),
                         tr("%1 of %2", "requests")
                             .arg(countText(facts.count.value_or(0)), countText(facts.of.value_or(0)))},
        {tr("Share"), shareText(facts.percent.value_or(0))}, {tr("Most often to"), facts.after}};
    if (!dearer.isEmpty())
        words.figures.append({tr("Dearer by"), dearer});
    return words;
}

AlertWords servedModel(const Alert &alert, const QTimeZone &zone)
{
    const auto &facts = alert.facts;
    const auto requests = counted("1 request", "%n requests", facts.count.value_or(0));
    const auto since = facts.since ? dayText(facts.since->toTimeZone(zone).date()) : QString();
    AlertWords words;
    //: %1 a key, %2 a model
    words.title = tr("%1 is answered by %2").arg(facts.name, facts.after);
    //: %1 a model asked for, %2 the model of before
    words.line = tr("It asks for %1; until now %2 answered").arg(facts.driver, facts.before);
    words.body = words.line + u'.';
    //: %1 "12 requests", %2 a model, %3 a key, %4 an account, %5 a model, %6 a day
    words.whatHappened
        = tr("%1 for %2 by %3 at %4 were answered by %5 since %6. It never answered them in the days before.")
              .arg(requests, facts.driver, facts.name, facts.accountName, facts.after, since);
    words.whyItMatters = tr("A name that moves to another model changes answers and cost by itself.");
    words.steps = {openRequests(tr("Compare what they cost and how long they took.")),
        {tr("Ask for a version by name"), tr("Then the model stays what it is."), AlertAction::None, {}}};
    words.figures = {{tr("Answered before"), facts.before}, {tr("Answers now"), facts.after},
        {tr("Requests"), countText(facts.count.value_or(0))}};
    return words;
}

} // namespace tollkeeper::alertwords
