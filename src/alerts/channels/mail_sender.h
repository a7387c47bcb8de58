// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "alerts/channel_sender.h"
#include "base/clock.h"
#include "net/mail_client.h"
#include "secrets/secret_store.h"

namespace tollkeeper {

//! Sends a message as e-mail: title as subject, body and advice as plain text. The password comes from the
//! keychain for each message. Partners must outlive it.
class MailSender final : public ChannelSender {
public:
    MailSender(MailClient &mail, SecretStore &secrets, const Clock &clock)
        : m_mail(mail), m_secrets(secrets), m_clock(clock)
    {
    }

    [[nodiscard]] Async<Receipt> send(Channel channel, AlertMessage message, quint32 replaces) override;

private:
    MailClient &m_mail;
    SecretStore &m_secrets;
    const Clock &m_clock;
};

//! The mail server and addresses of a channel, from its settings: "host", "port", "security" (tls, starttls,
//! none), "allow_plain" ("yes": none is meant, although the server is not on this machine), "user", "from",
//! "to" (addresses with commas between them).
[[nodiscard]] Mail mailFrom(const QMap<QString, QString> &settings);

} // namespace tollkeeper
