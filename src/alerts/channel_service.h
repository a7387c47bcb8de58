// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/async.h"
#include "base/secret.h"
#include "domain/channel.h"

#include <QObject>

namespace tollkeeper {

//! What a channel needs beside its settings; goes to the keychain and nowhere else. Empty ones stay as
//! stored.
struct ChannelSecrets {
    Secret address; //!< of a webhook: https URL, or http on this machine
    Secret secret; //!< signing secret, bearer token or mail password
};

//! What came of sending something.
struct Receipt {
    DeliveryState state = DeliveryState::Delivered;
    QString text; //!< what the other side said, or why it failed; plain, without secrets
    bool isFinal = true; //!< false: worth another try
    std::optional<QDateTime> retryAt = {}; //!< UTC; where the other side named a time
    quint32 noticeId = 0; //!< of the desktop's notification service
};

//! Sets up and tries out the ways to tell people. UI thread.
class ChannelService : public QObject {
    Q_OBJECT

public:
    using QObject::QObject;

    //! Desktop and tray first.
    [[nodiscard]] virtual Async<QList<Channel>> channels() = 0;
    //! Adds the channel, or changes the one with its id; its secrets are stored before it is.
    [[nodiscard]] virtual Async<ChannelId> save(Channel channel, ChannelSecrets secrets) = 0;
    //! Its secrets go with it. Desktop and tray can be switched off, not removed.
    [[nodiscard]] virtual Async<Done> remove(ChannelId channel) = 0;
    //! Sends a message that says it is a test, now, whatever the hour.
    [[nodiscard]] virtual Async<Receipt> test(ChannelId channel) = 0;

Q_SIGNALS:
    void channelsChanged();
};

} // namespace tollkeeper
