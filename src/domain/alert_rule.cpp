// SPDX-License-Identifier: GPL-3.0-or-later
#include "domain/alert_rule.h"

#include <QHash>

#include <algorithm>

using namespace Qt::Literals::StringLiterals;

namespace tollkeeper {
namespace {

using Unit = RuleParameter::Unit;

//! Sensitivities of a new profile: those of the drawings, with floors where small numbers would cry wolf.
const QHash<AlertKind, QList<RuleParameter>> &table()
{
    static const QHash<AlertKind, QList<RuleParameter>> parameters{
        {AlertKind::Spike,
            {{u"times"_s, Unit::Times, 150, 110, 10000}, {u"floor"_s, Unit::Amount, 1000, 0, 100000000}}},
        {AlertKind::FallbackRate,
            {{u"percent"_s, Unit::Percent, 10, 1, 100}, {u"minutes"_s, Unit::Minutes, 30, 5, 1440},
                {u"requests"_s, Unit::Requests, 20, 1, 100000}}},
        {AlertKind::FailureRate,
            {{u"percent"_s, Unit::Percent, 5, 1, 100}, {u"minutes"_s, Unit::Minutes, 15, 5, 1440},
                {u"requests"_s, Unit::Requests, 20, 1, 100000}}},
        {AlertKind::LowBalance,
            {{u"days"_s, Unit::Days, 5, 1, 90}, {u"floor"_s, Unit::Amount, 25000, 0, 1000000000}}},
        {AlertKind::KeyCap,
            {{u"percent"_s, Unit::Percent, 100, 50, 100}, {u"warn"_s, Unit::Percent, 80, 10, 100}}},
        {AlertKind::KeyExpiry,
            {{u"first"_s, Unit::Days, 30, 1, 365}, {u"second"_s, Unit::Days, 7, 1, 365},
                {u"third"_s, Unit::Days, 2, 0, 365}}},
        {AlertKind::RotationDue, {{u"notice"_s, Unit::Days, 14, 0, 90}}},
        {AlertKind::GatewayHealth,
            {{u"minutes"_s, Unit::Minutes, 15, 5, 1440}, {u"polls"_s, Unit::Polls, 2, 1, 50}}},
        {AlertKind::ServedModel,
            {{u"requests"_s, Unit::Requests, 5, 1, 100000}, {u"days"_s, Unit::Days, 14, 1, 90}}},
        {AlertKind::PriceChange, {{u"percent"_s, Unit::Percent, 5, 1, 100}}},
        {AlertKind::UnusualHour,
            {{u"floor"_s, Unit::Amount, 100, 0, 100000000}, {u"days"_s, Unit::Days, 28, 14, 90}}},
        {AlertKind::UncappedKey, {{u"floor"_s, Unit::Amount, 5000, 0, 100000000}}},
        {AlertKind::UnusedKey, {{u"days"_s, Unit::Days, 30, 1, 365}}},
        {AlertKind::WeeklyDigest,
            {{u"weekday"_s, Unit::Weekday, 7, 1, 7}, {u"hour"_s, Unit::Hour, 8, 0, 23}}},
    };
    return parameters;
}

AlertRule ruleOf(AlertKind kind, AlertSeverity severity, QList<ChannelId> channels, bool isOn = true)
{
    AlertRule rule;
    rule.kind = kind;
    rule.severity = severity;
    rule.channels = std::move(channels);
    rule.isOn = isOn;
    return rule;
}

} // namespace

const QList<RuleParameter> &parametersOf(AlertKind kind)
{
    static const QList<RuleParameter> none;
    const auto found = table().constFind(kind);
    return found == table().constEnd() ? none : *found;
}

qint64 AlertRule::value(const QString &name) const
{
    const auto &parameters = parametersOf(kind);
    const auto parameter = std::find_if(
        parameters.begin(), parameters.end(), [&](const RuleParameter &one) { return one.name == name; });
    Q_ASSERT(parameter != parameters.end());
    return std::clamp(values.value(name, parameter->initial), parameter->least, parameter->most);
}

QList<AlertRule> firstRules()
{
    const QList<ChannelId> both{DesktopChannel, TrayChannel};
    const QList<ChannelId> tray{TrayChannel};
    return {
        ruleOf(AlertKind::Spike, AlertSeverity::Warning, both),
        ruleOf(AlertKind::FallbackRate, AlertSeverity::Warning, both),
        ruleOf(AlertKind::FailureRate, AlertSeverity::Warning, both),
        ruleOf(AlertKind::LowBalance, AlertSeverity::Critical, both),
        ruleOf(AlertKind::KeyCap, AlertSeverity::Critical, both),
        ruleOf(AlertKind::KeyExpiry, AlertSeverity::Warning, both),
        ruleOf(AlertKind::RotationDue, AlertSeverity::Warning, tray),
        ruleOf(AlertKind::GatewayHealth, AlertSeverity::Warning, both),
        ruleOf(AlertKind::ServedModel, AlertSeverity::Info, tray),
        ruleOf(AlertKind::UnusualHour, AlertSeverity::Warning, both),
        ruleOf(AlertKind::UncappedKey, AlertSeverity::Info, tray),
        ruleOf(AlertKind::UnusedKey, AlertSeverity::Info, tray),
        ruleOf(AlertKind::WeeklyDigest, AlertSeverity::Info, {DesktopChannel}),
        ruleOf(AlertKind::PriceChange, AlertSeverity::Info, tray, false),
    };
}

} // namespace tollkeeper
