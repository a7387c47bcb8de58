// SPDX-License-Identifier: GPL-3.0-or-later
#include "ctl/channel_options.h"
#include "ctl/commands.h"
#include "storage/channel_repository.h"

#include <QJsonArray>

using namespace Qt::Literals::StringLiterals;

namespace tollkeeper::ctl {
namespace {

QJsonObject toJson(const Channel &channel)
{
    QJsonObject settings;
    for (auto setting = channel.settings.cbegin(); setting != channel.settings.cend(); ++setting)
        settings.insert(setting.key(), setting.value());
    return {{u"name"_s, channel.name}, {u"kind"_s, toText(channel.kind)}, {u"on"_s, channel.isOn},
        {u"hint"_s, channel.hint}, {u"settings"_s, settings},
        {u"has_secret"_s, !channel.secretName.isEmpty()}};
}

Result<QList<Channel>> allChannels(Engine &engine)
{
    return wait(engine.storage().read([](Database &database) { return ChannelRepository(database).all(); }));
}

Result<Channel> channelNamed(Engine &engine, const QString &name)
{
    const auto channels = allChannels(engine);
    if (!channels)
        return fail(channels.error());
    for (const auto &channel : *channels) {
        if (channel.name == name)
            return channel;
    }
    return fail(Error::Kind::NotFound, u"channel named “%1”"_s.arg(name));
}

Result<Channel> channelAsked(const Call &call)
{
    if (call.arguments.size() != 1)
        return fail(Error::Kind::InvalidInput, u"this needs the name of one channel"_s);
    return channelNamed(call.engine, call.arguments.constFirst());
}

Exit list(const Call &call)
{
    const auto channels = allChannels(call.engine);
    if (!channels)
        return report(call.mode, channels.error());
    QJsonArray rows;
    QList<QStringList> table{{u"CHANNEL"_s, u"KIND"_s, u"ON"_s, u"WHERE"_s}};
    for (const auto &channel : *channels) {
        rows.append(toJson(channel));
        table.append(
            {channel.name, QString(toText(channel.kind)), channel.isOn ? u"yes"_s : u"no"_s, channel.hint});
    }
    if (call.mode.json)
        printJson({{u"channels"_s, rows}});
    printTable(call.mode, table, {false, false, false, false});
    return Exit::Done;
}

Exit save(const Call &call, Channel channel)
{
    applyOptions(call.options, channel);
    auto secrets = secretsFrom(call.options, channel);
    if (!secrets)
        return report(call.mode, secrets.error());
    const auto saved = wait(call.engine.channels().save(channel, *std::move(secrets)));
    if (!saved)
        return report(call.mode, saved.error());
    const auto stored = channelNamed(call.engine, channel.name.simplified());
    if (!stored)
        return report(call.mode, stored.error());
    if (call.mode.json)
        printJson(toJson(*stored));
    printLine(call.mode,
        stored->hint.isEmpty() ? u"Saved “%1”."_s.arg(stored->name)
                               : u"Saved “%1”, which sends to %2."_s.arg(stored->name, stored->hint));
    return Exit::Done;
}

Exit add(const Call &call)
{
    const auto kind = channelKindFromText(call.options.value(u"kind"_s));
    if (!kind || !call.options.isSet(u"name"_s))
        return reportUsage(u"channel add needs --kind (%1) and --name."_s.arg(channelKindsText()));
    Channel channel;
    channel.kind = *kind;
    return save(call, channel);
}

Exit set(const Call &call)
{
    const auto channel = channelAsked(call);
    return channel ? save(call, *channel) : report(call.mode, channel.error());
}

Exit remove(const Call &call)
{
    const auto channel = channelAsked(call);
    if (!channel)
        return report(call.mode, channel.error());
    const auto removed = wait(call.engine.channels().remove(channel->id));
    if (!removed)
        return report(call.mode, removed.error());
    if (call.mode.json)
        printJson({{u"removed"_s, channel->name}});
    printLine(call.mode, u"Removed “%1” and its secrets."_s.arg(channel->name));
    return Exit::Done;
}

Exit test(const Call &call)
{
    const auto channel = channelAsked(call);
    if (!channel)
        return report(call.mode, channel.error());
    const auto receipt = wait(call.engine.channels().test(channel->id));
    if (!receipt)
        return report(call.mode, receipt.error());
    const bool isSent = receipt->state == DeliveryState::Delivered;
    if (call.mode.json)
        printJson({{u"name"_s, channel->name}, {u"sent"_s, isSent}, {u"receipt"_s, receipt->text},
            {u"worth_another_try"_s, !receipt->isFinal}});
    if (isSent)
        printLine(call.mode, u"Sent over “%1”. %2"_s.arg(channel->name, receipt->text));
    else
        printWarning(call.mode, u"Not sent over “%1”. %2"_s.arg(channel->name, receipt->text));
    return isSent ? Exit::Done : Exit::GatewayFailed;
}

} // namespace

QList<Command> channelCommands()
{
    const QCommandLineOption kind(u"kind"_s, u"Kind of channel: %1."_s.arg(channelKindsText()), u"K"_s);
    return {
        {u"channel list"_s, u"List the ways alerts are told."_s, {}, Needs::Reading, {}, list},
        {u"channel add"_s, u"Add a way to tell alerts; its secrets go to the keychain."_s, {}, Needs::Writing,
            channelOptions() + QList{kind}, add},
        {u"channel set"_s, u"Change a channel, its address or its secret."_s, u"NAME"_s, Needs::Writing,
            channelOptions(), set},
        {u"channel remove"_s, u"Remove a channel and its secrets."_s, u"NAME"_s, Needs::Writing, {}, remove},
        {u"channel test"_s, u"Send a test over a channel, now."_s, u"NAME"_s, Needs::Reading, {}, test},
    };
}

} // namespace tollkeeper::ctl
