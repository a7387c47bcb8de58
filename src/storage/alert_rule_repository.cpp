// SPDX-License-Identifier: GPL-3.0-or-later
#include "storage/alert_rule_repository.h"

#include "storage/number_list.h"

#include <QJsonDocument>

using namespace Qt::Literals::StringLiterals;

namespace tollkeeper {
namespace {

QString valuesText(const QMap<QString, qint64> &values)
{
    QJsonObject json;
    for (auto value = values.cbegin(); value != values.cend(); ++value)
        json.insert(value.key(), value.value());
    return QString::fromUtf8(QJsonDocument(json).toJson(QJsonDocument::Compact));
}

QMap<QString, qint64> valuesFrom(const QString &text)
{
    QMap<QString, qint64> values;
    const auto json = QJsonDocument::fromJson(text.toUtf8()).object();
    for (auto member = json.begin(); member != json.end(); ++member)
        values.insert(member.key(), member.value().toInteger());
    return values;
}

} // namespace

Outcome AlertRuleRepository::addMissing()
{
    for (const auto &rule : firstRules()) {
        auto added = m_database.execute(
            uR"(INSERT INTO alert_rule (kind, is_on, severity, parameters, channels)
                VALUES (:kind, :on, :severity, '{}', :channels) ON CONFLICT (kind) DO NOTHING)"_s,
            {{":kind", QString(toText(rule.kind))}, {":on", rule.isOn},
                {":severity", QString(toText(rule.severity))}, {":channels", numberListText(rule.channels)}});
        if (!added)
            return added;
    }
    return Done{};
}

Result<QList<AlertRule>> AlertRuleRepository::all()
{
    auto rules = firstRules();
    auto rows = m_database.run(u"SELECT id, kind, is_on, severity, parameters, channels FROM alert_rule"_s);
    if (!rows)
        return fail(rows.error());
    while (rows->next()) {
        const auto kind = alertKindFromText(rows->value(1).toString());
        for (auto &rule : rules) {
            if (rule.kind != kind)
                continue;
            rule.id = RuleId(rows->value(0).toLongLong());
            rule.isOn = rows->value(2).toBool();
            rule.severity = alertSeverityFromText(rows->value(3).toString());
            rule.values = valuesFrom(rows->value(4).toString());
            rule.channels = numberListFrom<ChannelId>(rows->value(5).toString());
        }
    }
    return rules;
}

Outcome AlertRuleRepository::save(const AlertRule &rule)
{
    return m_database.execute(
        uR"(UPDATE alert_rule SET is_on = :on, severity = :severity, parameters = :values, channels = :channels
            WHERE kind = :kind)"_s,
        {{":kind", QString(toText(rule.kind))}, {":on", rule.isOn},
            {":severity", QString(toText(rule.severity))}, {":values", valuesText(rule.values)},
            {":channels", numberListText(rule.channels)}});
}

} // namespace tollkeeper
