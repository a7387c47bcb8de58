// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "alerts/channel_sender.h"

#include <QCoroTimer>
#include <QHash>

//! Sends nothing, remembers everything; answers as it is told to, by channel.
class ScriptedSender final : public tollkeeper::ChannelSender {
public:
    struct Sent {
        tollkeeper::ChannelId channel;
        QString title;
        quint32 replaces = 0;
        bool isRepeated = false;
        tollkeeper::NoticeReason reason = tollkeeper::NoticeReason::Raised;
    };
    QList<Sent> sent;
    QHash<tollkeeper::ChannelId, tollkeeper::Receipt> receipts; //!< by default it is delivered
    QHash<tollkeeper::ChannelId, std::chrono::milliseconds> pauses;

    tollkeeper::Async<tollkeeper::Receipt> send(
        tollkeeper::Channel channel, tollkeeper::AlertMessage message, quint32 replaces) override
    {
        sent.append({channel.id, message.title, replaces, message.isRepeated, message.reason});
        auto receipt = receipts.value(channel.id);
        if (receipt.state == tollkeeper::DeliveryState::Delivered)
            receipt.noticeId = quint32(100 + sent.size());
        auto waiting = QCoro::sleepFor(pauses.value(channel.id, std::chrono::milliseconds(0)));
        co_await waiting;
        co_return receipt;
    }

    [[nodiscard]] QStringList titles(tollkeeper::ChannelId channel) const
    {
        QStringList all;
        for (const auto &one : sent) {
            if (one.channel == channel)
                all.append(one.title);
        }
        return all;
    }
};
