// SPDX-License-Identifier: GPL-3.0-or-later
#include "ctl/commands.h"
#include "storage/alert_repository.h"
#include "words/alert_words.h"

#include <QJsonArray>

using namespace Qt::Literals::StringLiterals;

namespace tollkeeper::ctl {
namespace {

constexpr int MostAlerts = 1000;

QJsonObject alertJson(const BudgetAlert &alert)
{
    const auto words = wordsFor(alert);
    return {{u"budget"_s, alert.budgetName}, {u"threshold"_s, alert.threshold},
        {u"severity"_s, toText(severityOf(alert.threshold))},
        {u"from"_s, alert.period.first.toString(Qt::ISODate)},
        {u"to"_s, alert.period.last.toString(Qt::ISODate)}, {u"limit"_s, toJson(alert.limit)},
        {u"spent"_s, toJson(alert.spent)}, {u"at_least"_s, alert.isAtLeast},
        {u"raised_at"_s, utcText(alert.raisedAt)}, {u"notice"_s, toText(alert.notice)},
        {u"repeated"_s, alert.isRepeated}, {u"acknowledged_at"_s, toJson(alert.acknowledgedAt)},
        {u"title"_s, words.title}, {u"text"_s, words.body}};
}

Exit alerts(const Call &call)
{
    const auto latest = wait(call.engine.storage().read(
        [](Database &database) { return AlertRepository(database).latest(MostAlerts); }));
    if (!latest)
        return report(call.mode, latest.error());
    QJsonArray rows;
    for (const auto &alert : *latest) {
        const auto words = wordsFor(alert);
        rows.append(alertJson(alert));
        printLine(call.mode, u"%1  %2. %3"_s.arg(utcText(alert.raisedAt), words.title, words.body));
    }
    if (call.mode.json)
        printJson({{u"alerts"_s, rows}});
    return Exit::Done;
}

} // namespace

QList<Command> alertsCommands()
{
    return {{u"alerts"_s, u"List the alerts, newest first."_s, {}, Needs::Reading, {}, alerts}};
}

} // namespace tollkeeper::ctl
