// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "alerts/channels/desktop_sender.h"
#include "alerts/channels/mail_sender.h"
#include "alerts/channels/webhook_sender.h"

#include <optional>

namespace tollkeeper {

//! Everything that sends, as one: picks the sender by the channel's kind. The tray needs none: it shows what
//! is open, so a message for it has arrived as soon as it is recorded. Partners must outlive it.
class ChannelSenders final : public ChannelSender {
public:
    struct Partners {
        HttpClient &http;
        MailClient &mail;
        SecretStore &secrets;
        const Clock &clock;
        NotificationSink *notifications = nullptr; //!< null: nothing is shown on the desktop, "Unavailable"
    };
    explicit ChannelSenders(const Partners &partners);

    [[nodiscard]] Async<Receipt> send(Channel channel, AlertMessage message, quint32 replaces) override;

private:
    WebhookSender m_webhooks;
    MailSender m_mail;
    std::optional<DesktopSender> m_desktop;
};

} // namespace tollkeeper
