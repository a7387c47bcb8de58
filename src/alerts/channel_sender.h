// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "alerts/channel_service.h"
#include "domain/alert_message.h"

namespace tollkeeper {

//! Sends a message over one channel, once: repeating is the queue's. UI thread.
class ChannelSender {
public:
    ChannelSender() = default;
    virtual ~ChannelSender() = default;
    Q_DISABLE_COPY_MOVE(ChannelSender)

    //! `replaces`: Receipt::noticeId of an earlier notice of the same alert, or 0. Whatever happens there is
    //! a receipt; an Error only where the keychain cannot be asked now.
    [[nodiscard]] virtual Async<Receipt> send(Channel channel, AlertMessage message, quint32 replaces) = 0;
};

} // namespace tollkeeper
