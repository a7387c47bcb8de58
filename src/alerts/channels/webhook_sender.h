// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "alerts/channel_sender.h"
#include "base/clock.h"
#include "net/http_client.h"
#include "secrets/secret_store.h"

namespace tollkeeper {

//! Posts a message to a webhook of any kind. The address comes from the keychain for each message, is https
//! or on this machine, and stands in no log, error or receipt; no redirect is followed; an answer has ten
//! seconds and 64 kB. Partners must outlive it.
class WebhookSender final : public ChannelSender {
public:
    WebhookSender(HttpClient &http, SecretStore &secrets, const Clock &clock)
        : m_http(http), m_secrets(secrets), m_clock(clock)
    {
    }

    [[nodiscard]] Async<Receipt> send(Channel channel, AlertMessage message, quint32 replaces) override;

private:
    HttpClient &m_http;
    SecretStore &m_secrets;
    const Clock &m_clock;
};

} // namespace tollkeeper
