// SPDX-License-Identifier: GPL-3.0-or-later
#include "viewmodels/channel_ticks.h"

#include "base/translation_contexts.h"
#include "viewmodels/variants.h"

#include <algorithm>

using namespace Qt::Literals::StringLiterals;

namespace tollkeeper {
namespace {

QString shortLabel(const Channel &channel)
{
    if (channel.kind == ChannelKind::Desktop)
        return texts::Channels::tr("Desktop");
    return channel.kind == ChannelKind::Tray ? texts::Channels::tr("Tray") : channel.name;
}

} // namespace

QString channelLabel(const Channel &channel)
{
    if (channel.kind == ChannelKind::Desktop)
        return texts::Channels::tr("Desktop notification");
    return channel.kind == ChannelKind::Tray ? texts::Channels::tr("Tray icon") : channel.name;
}

QString channelsText(const QList<Channel> &channels, const QList<ChannelId> &on)
{
    QStringList names;
    for (const auto &channel : channels) {
        if (on.contains(channel.id))
            names.append(shortLabel(channel));
    }
    return names.isEmpty() ? texts::Channels::tr("Inbox only") : names.join(u", "_s);
}

QVariantList channelTicks(const QList<Channel> &channels, const QList<ChannelId> &on)
{
    QList<ChannelTick> ticks;
    for (const auto &channel : channels) {
        ChannelTick tick;
        tick.id = QString::number(channel.id.value());
        tick.name = channelLabel(channel);
        tick.isOn = on.contains(channel.id);
        ticks.append(tick);
    }
    return variants(ticks);
}

QList<ChannelId> toggled(QList<ChannelId> on, const QString &channel)
{
    const ChannelId id(channel.toLongLong());
    if (on.removeAll(id) == 0)
        on.append(id);
    std::ranges::sort(on);
    return on;
}

} // namespace tollkeeper
