// SPDX-License-Identifier: GPL-3.0-or-later
#include "ctl/commands.h"
#include "ctl/rule_options.h"
#include "storage/account_repository.h"
#include "words/alert_words.h"
#include "words/figures.h"
#include "words/rule_alert_words.h"
#include "words/rule_words.h"

#include <QJsonArray>

using namespace Qt::Literals::StringLiterals;

namespace tollkeeper::ctl {
namespace {

constexpr int DefaultDays = 90;

QJsonObject valuesJson(const AlertRule &rule)
{
    QJsonObject values;
    for (const auto &parameter : parametersOf(rule.kind))
        values.insert(parameter.name, rule.value(parameter.name));
    return values;
}

QJsonObject toJson(const RuleLine &line, const QList<Channel> &channels)
{
    const auto &rule = line.rule;
    return {{u"kind"_s, toText(rule.kind)}, {u"name"_s, kindText(rule.kind)}, {u"text"_s, ruleText(rule)},
        {u"on"_s, rule.isOn}, {u"severity"_s, toText(rule.severity)}, {u"values"_s, valuesJson(rule)},
        {u"channels"_s, QJsonArray::fromStringList(channelNames(rule, channels))},
        {u"last_raised_at"_s, ctl::toJson(line.lastRaisedAt)}, {u"last_subject"_s, line.lastSubject}};
}

Exit list(const Call &call)
{
    const auto lines = wait(call.engine.rules().rules());
    const auto channels = allChannels(call.engine);
    if (!lines)
        return report(call.mode, lines.error());
    if (!channels)
        return report(call.mode, channels.error());
    QJsonArray rows;
    QList<QStringList> table{
        {u"RULE"_s, u"ON"_s, u"SEVERITY"_s, u"RAISES AN ALERT WHEN"_s, u"TELLS"_s, u"LAST"_s}};
    for (const auto &line : *lines) {
        rows.append(toJson(line, *channels));
        const auto last = line.lastRaisedAt
            ? u"%1 %2"_s.arg(shortDayText(line.lastRaisedAt->date()), line.lastSubject)
            : u"never"_s;
        table.append(
            {toText(line.rule.kind), line.rule.isOn ? u"yes"_s : u"no"_s, severityText(line.rule.severity),
                ruleText(line.rule), channelNames(line.rule, *channels).join(u", "_s), printable(last)});
    }
    if (call.mode.json)
        printJson({{u"rules"_s, rows}});
    printTable(call.mode, table, QList<bool>(table.constFirst().size(), false));
    return Exit::Done;
}

Exit set(const Call &call)
{
    auto rule = ruleAsked(call);
    if (!rule)
        return report(call.mode, rule.error());
    if (const auto applied = applyRuleOptions(call, *rule); !applied)
        return report(call.mode, applied.error());
    const auto saved = wait(call.engine.rules().save(*rule));
    if (!saved)
        return report(call.mode, saved.error());
    if (call.mode.json)
        printJson({{u"kind"_s, toText(rule->kind)}, {u"on"_s, rule->isOn},
            {u"severity"_s, toText(rule->severity)}, {u"values"_s, valuesJson(*rule)}});
    printLine(call.mode,
        u"%1 (%2, %3): %4."_s.arg(kindText(rule->kind), rule->isOn ? u"on"_s : u"off"_s,
            severityText(rule->severity), ruleText(*rule)));
    return Exit::Done;
}

//! A hit as the alert it would have been.
Alert alertOf(const AlertRule &rule, const BackTestHit &hit)
{
    Alert alert;
    alert.kind = rule.kind;
    alert.severity = hit.severity;
    alert.facts = hit.facts;
    alert.raisedAt = alert.lastTrueAt = hit.at;
    return alert;
}

QString summary(const BackTest &test)
{
    const auto count = test.hits.size();
    const auto days
        = u"From %1 to %2"_s.arg(test.days.first.toString(Qt::ISODate), test.days.last.toString(Qt::ISODate));
    if (!test.canTell)
        return u"%1 nothing can be said: what this rule looks at is not kept for these days."_s.arg(days);
    if (count == 0)
        return days + u" this would not have fired."_s;
    return days
        + (count == 1 ? u" this would have fired once, on this day:"_s
                      : u" this would have fired %1 times, on these days:"_s.arg(count));
}

Exit test(const Call &call)
{
    const auto rule = ruleAsked(call);
    if (!rule)
        return report(call.mode, rule.error());
    bool isNumber = true;
    const auto days
        = call.options.isSet(u"days"_s) ? call.options.value(u"days"_s).toInt(&isNumber) : DefaultDays;
    if (!isNumber || days < 1)
        return reportUsage(u"--days needs a number of days such as 90."_s);
    const auto zone = wait(
        call.engine.storage().read([](Database &database) { return AccountRepository(database).zone(); }));
    const auto tried = wait(call.engine.rules().backTest(*rule, days));
    if (!zone)
        return report(call.mode, zone.error());
    if (!tried)
        return report(call.mode, tried.error());
    QJsonArray hits;
    printLine(call.mode, ruleText(*rule) + u'.');
    printLine(call.mode, summary(*tried));
    for (const auto &hit : tried->hits) {
        const auto words = ruleAlertWords(alertOf(*rule, hit), *zone);
        const auto day = localDay(hit.at, *zone).toString(Qt::ISODate);
        hits.append(QJsonObject{{u"at"_s, utcText(hit.at)}, {u"day"_s, day},
            {u"severity"_s, toText(hit.severity)}, {u"title"_s, words.title}, {u"line"_s, words.line},
            {u"facts"_s, tollkeeper::toJson(hit.facts)}});
        printLine(call.mode, u"  %1  %2. %3"_s.arg(day, printable(words.title), printable(words.line)));
    }
    if (call.mode.json)
        printJson({{u"kind"_s, toText(rule->kind)}, {u"values"_s, valuesJson(*rule)},
            {u"from"_s, tried->days.first.toString(Qt::ISODate)},
            {u"to"_s, tried->days.last.toString(Qt::ISODate)}, {u"can_tell"_s, tried->canTell},
            {u"hits"_s, hits}});
    return Exit::Done;
}

} // namespace

QList<Command> ruleCommands()
{
    const QCommandLineOption days(u"days"_s, u"How many days to look back, 90 by default."_s, u"N"_s);
    return {
        {u"rule list"_s, u"List the rules beside budgets and what each raised last."_s, {}, Needs::Reading,
            {}, list},
        {u"rule set"_s, u"Change a rule: switch it, its severity, its values, whom it tells."_s, u"KIND"_s,
            Needs::Writing, ruleOptions() + valueOptions(), set},
        {u"rule test"_s, u"Say when a rule would have fired, with other values too, and change nothing."_s,
            u"KIND"_s, Needs::Reading, valueOptions() + QList{days}, test},
    };
}

} // namespace tollkeeper::ctl
