// SPDX-License-Identifier: GPL-3.0-or-later
#include "ctl/rule_options.h"

#include "ctl/budget_options.h" // channelNamed()
#include "storage/channel_repository.h"
#include "words/rule_words.h"

#include <algorithm>

using namespace Qt::Literals::StringLiterals;

namespace tollkeeper::ctl {
namespace {

Result<AlertRule> ruleNamed(Engine &engine, const QString &name)
{
    const auto lines = wait(engine.rules().rules());
    if (!lines)
        return fail(lines.error());
    QStringList kinds;
    for (const auto &line : *lines) {
        kinds.append(toText(line.rule.kind));
        if (kinds.constLast() == QString(name).replace(u'-', u'_'))
            return line.rule;
    }
    return fail(Error::Kind::InvalidInput, u"a rule is one of %1"_s.arg(kinds.join(u", "_s)));
}

Outcome applyValue(AlertRule &rule, const QString &typed)
{
    const auto &parameters = parametersOf(rule.kind);
    const auto name = typed.section(u'=', 0, 0).trimmed();
    const auto parameter = std::find_if(
        parameters.begin(), parameters.end(), [&](const RuleParameter &one) { return one.name == name; });
    if (parameter == parameters.end()) {
        QStringList names;
        for (const auto &one : parameters)
            names.append(one.name);
        return fail(Error::Kind::InvalidInput, u"the values of this rule are %1"_s.arg(names.join(u", "_s)));
    }
    const auto value = parameterFromText(*parameter, typed.section(u'=', 1));
    if (!value || *value < parameter->least || *value > parameter->most)
        return fail(Error::Kind::InvalidInput,
            u"“%1” lies between %2 and %3"_s.arg(name, parameterText(*parameter, parameter->least),
                parameterText(*parameter, parameter->most)));
    rule.values.insert(name, *value);
    return Done{};
}

Outcome applySwitches(const QCommandLineParser &options, AlertRule &rule)
{
    if (options.isSet(u"on"_s) && options.isSet(u"off"_s))
        return fail(Error::Kind::InvalidInput, u"a rule is on or off, not both"_s);
    if (options.isSet(u"on"_s) || options.isSet(u"off"_s))
        rule.isOn = options.isSet(u"on"_s);
    if (!options.isSet(u"severity"_s))
        return Done{};
    const auto word = options.value(u"severity"_s);
    const auto severity = alertSeverityFromText(word);
    if (toText(severity) != word)
        return fail(Error::Kind::InvalidInput, u"a severity is info, warning or critical"_s);
    rule.severity = severity;
    return Done{};
}

} // namespace

QList<QCommandLineOption> ruleOptions()
{
    return {{u"on"_s, u"Look with it."_s}, {u"off"_s, u"Do not; its open alerts are closed."_s},
        {u"severity"_s, u"info, warning or critical."_s, u"S"_s},
        {u"channel"_s, u"Who is told besides the inbox; may be repeated; none: nobody."_s, u"NAME"_s}};
}

QList<QCommandLineOption> valueOptions()
{
    return {{u"set"_s, u"A value of its sentence, such as times=2 or floor=25; several times for several."_s,
        u"NAME=VALUE"_s}};
}

Result<AlertRule> ruleAsked(const Call &call)
{
    if (call.arguments.size() != 1)
        return fail(Error::Kind::InvalidInput, u"name one rule, as rule list has them"_s);
    auto rule = ruleNamed(call.engine, call.arguments.constFirst());
    if (!rule)
        return rule;
    for (const auto &typed : call.options.values(u"set"_s)) {
        if (const auto applied = applyValue(*rule, typed); !applied)
            return fail(applied.error());
    }
    return rule;
}

Outcome applyRuleOptions(const Call &call, AlertRule &rule)
{
    if (auto switched = applySwitches(call.options, rule); !switched)
        return switched;
    return applyChannels(call, rule.channels);
}

Result<QList<Channel>> allChannels(Engine &engine)
{
    return wait(engine.storage().read([](Database &database) { return ChannelRepository(database).all(); }));
}

QStringList channelNames(const AlertRule &rule, const QList<Channel> &channels)
{
    QStringList names;
    for (const auto &channel : channels) {
        if (rule.channels.contains(channel.id))
            names.append(channel.name);
    }
    return names;
}

} // namespace tollkeeper::ctl
