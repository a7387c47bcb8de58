// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "alerts/channel_sender.h"
#include "alerts/notification_sink.h"

namespace tollkeeper {

//! Shows a message on this desktop. Without a notification service the receipt says Unavailable: the inbox is
//! the record. The sink must outlive it.
class DesktopSender final : public ChannelSender {
public:
    explicit DesktopSender(NotificationSink &sink) : m_sink(sink) { }

    [[nodiscard]] Async<Receipt> send(Channel channel, AlertMessage message, quint32 replaces) override;

private:
    NotificationSink &m_sink;
};

//! Buttons beside the notification's own action: what can wait is snoozed, the rest is acknowledged; several
//! alerts together, tests and good news have none of the two.
[[nodiscard]] NotificationButtonSet buttonsFor(const AlertMessage &message);

} // namespace tollkeeper
