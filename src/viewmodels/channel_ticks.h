// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/channel.h"

#include <QList>
#include <QVariantList>
#include <qqmlregistration.h>

namespace tollkeeper {

//! A way to tell people, with a tick.
struct ChannelTick {
    Q_GADGET
    QML_VALUE_TYPE(channelTick)
    Q_PROPERTY(QString id MEMBER id)
    Q_PROPERTY(QString name MEMBER name)
    Q_PROPERTY(bool isOn MEMBER isOn)

public:
    QString id;
    QString name;
    bool isOn = false;
};

[[nodiscard]] QString channelLabel(const Channel &channel); //!< "Desktop notification", "Tray icon", its name
//! "Desktop, Tray, Ops room"; "Inbox only" for none.
[[nodiscard]] QString channelsText(const QList<Channel> &channels, const QList<ChannelId> &on);
[[nodiscard]] QVariantList channelTicks(const QList<Channel> &channels, const QList<ChannelId> &on);
//! `on` with or without that channel; ascending.
[[nodiscard]] QList<ChannelId> toggled(QList<ChannelId> on, const QString &channel);

} // namespace tollkeeper
