// SPDX-License-Identifier: GPL-3.0-or-later
#include "ctl/commands.h"
#include "ctl/key_choice.h"
#include "ctl/key_json.h"
#include "words/figures.h"
#include "words/hygiene_words.h"

#include <QJsonArray>

using namespace Qt::Literals::StringLiterals;

namespace tollkeeper::ctl {
namespace {

QString capText(const std::optional<Cap> &cap)
{
    if (!cap)
        return u"none"_s;
    const auto limit = moneyText(cap->limit);
    return cap->reset.isEmpty() ? limit : limit + u' ' + cap->reset;
}

QString marksText(const HygieneMarks &marks)
{
    return u"%1/%2"_s.arg(marks.set()).arg(marks.offered());
}

QString dateText(const std::optional<QDateTime> &moment, const QTimeZone &zone)
{
    return moment ? moment->toTimeZone(zone).date().toString(Qt::ISODate) : u"-"_s;
}

Exit list(const Call &call)
{
    const auto table = wait(call.engine.keyReports().keys());
    if (!table)
        return report(call.mode, table.error());
    QJsonArray rows;
    QList<QStringList> lines{{u"KEY"_s, u"ACCOUNT"_s, u"ENV"_s, u"TEAM"_s, u"TODAY"_s, u"MONTH"_s, u"CAP"_s,
        u"LAST USED"_s, u"ROTATE BY"_s, u"EXPIRES"_s, u"HYGIENE"_s}};
    for (const auto &row : table->rows) {
        rows.append(toJson(row));
        const auto &labels = row.key.labels;
        lines.append({row.key.name, row.accountName, labels.environment, labels.team, moneyText(row.today),
            moneyText(row.month), capText(row.key.cap), dateText(row.lastUsedAt, table->zone),
            dateText(row.rotationDue, table->zone), dateText(row.key.expiresAt, table->zone),
            marksText(row.marks)});
    }
    if (call.mode.json)
        printJson({{u"keys"_s, rows}, {u"month_total"_s, toJson(table->monthTotal)},
            {u"rotation_days"_s, table->rotationDays}});
    printTable(call.mode, lines, {false, false, false, false, true, true, true, false, false, false, true});
    return Exit::Done;
}

void printFindings(const Call &call, const KeyRow &row)
{
    for (const auto &finding : row.findings) {
        const auto words = hygieneWords(finding);
        printLine(call.mode,
            u"%1 (%2): %3. %4 %5"_s.arg(row.key.name, row.accountName, words.title, words.why, words.toDo));
    }
}

//! The answer is "no" as soon as one key leaves something to be done.
Exit check(const Call &call)
{
    if (call.arguments.size() > 1)
        return reportUsage(u"key check takes the name of one key, or none for all."_s);
    const auto table = wait(call.engine.keyReports().keys());
    if (!table)
        return report(call.mode, table.error());
    auto rows = table->rows;
    if (!call.arguments.isEmpty()) {
        const auto one = keyNamed(call.engine, call.arguments.constFirst());
        if (!one)
            return report(call.mode, one.error());
        rows = {*one};
    }
    QJsonArray keys;
    qsizetype findings = 0;
    for (const auto &row : std::as_const(rows)) {
        findings += row.findings.size();
        const auto json = toJson(row);
        keys.append(QJsonObject{{u"name"_s, json.value("name"_L1)}, {u"account"_s, json.value("account"_L1)},
            {u"findings"_s, json.value("findings"_L1)}});
        printFindings(call, row);
    }
    if (call.mode.json)
        printJson({{u"keys"_s, keys}, {u"findings"_s, findings}});
    if (findings == 0)
        printLine(call.mode, u"Nothing to do for %1 keys."_s.arg(rows.size()));
    return findings == 0 ? Exit::Done : Exit::No;
}

} // namespace

QList<Command> keyListCommands()
{
    return {
        {u"key list"_s, u"List all keys with their spend, limits and hygiene."_s, {}, Needs::Reading, {},
            list},
        {u"key check"_s, u"Say what is wrong with how keys are kept; exit status 1 where anything is."_s,
            u"[KEY]"_s, Needs::Reading, {}, check},
    };
}

} // namespace tollkeeper::ctl
