// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/alert.h"

#include <QMap>

namespace tollkeeper {

using ChannelId = Id<struct ChannelTag>;
using DeliveryId = Id<struct DeliveryTag>;

//! A way to tell people. The inbox is none: it is the record, and always there.
enum class ChannelKind : std::uint8_t {
    Desktop, //!< "desktop": notifications of this computer; there is exactly one
    Tray, //!< "tray": the mark on the tray icon; there is exactly one
    Webhook, //!< "webhook": JSON of our own form
    Slack, //!< "slack"
    Feishu, //!< "feishu": also Lark; signed where a signing secret is given
    DingTalk, //!< "dingtalk": signed where a signing secret is given
    WeCom, //!< "wecom"
    Mail, //!< "mail": SMTP
};
[[nodiscard]] QLatin1StringView toText(ChannelKind kind);
[[nodiscard]] std::optional<ChannelKind> channelKindFromText(QStringView text);

//! Ids of the two channels that every profile has.
inline constexpr ChannelId DesktopChannel{1};
inline constexpr ChannelId TrayChannel{2};

//! A channel as set up. Addresses of webhooks hold a secret and are one: they lie in the keychain, as signing
//! secrets, tokens and passwords do.
struct Channel {
    ChannelId id = {};
    ChannelKind kind = ChannelKind::Webhook;
    QString name = {}; //!< what the person calls it; unique
    bool isOn = true;
    //! What is no secret: of mail "host", "port", "security" (tls, starttls, none), "user", "from", "to".
    QMap<QString, QString> settings = {};
    QString addressSecretName = {}; //!< keychain entry of the webhook's address; empty: none
    QString secretName = {}; //!< keychain entry of the signing secret, token or password; empty: none
    QString hint = {}; //!< safe to show: the host of the address, the mail server
    friend bool operator==(const Channel &, const Channel &) = default;
};

//! Why a notice is sent.
enum class NoticeReason : std::uint8_t {
    Raised, //!< "raised"
    SnoozeOver, //!< "snooze_over": still true when the snooze ended
    Resolved, //!< "resolved": says once that it is over
};
[[nodiscard]] QLatin1StringView toText(NoticeReason reason);
[[nodiscard]] NoticeReason noticeReasonFromText(QStringView text);

//! What became of one notice on one channel.
enum class DeliveryState : std::uint8_t {
    Queued, //!< "queued": to be sent, now or later
    Intended, //!< "intended": committed before it was sent; seen again at start, it may have been sent
              //!< already
    Delivered, //!< "delivered"
    Failed, //!< "failed": will be tried again
    GivenUp, //!< "given_up": tried often enough, or refused for good
    Unavailable, //!< "unavailable": no notification service; the inbox is the record
    Dropped, //!< "dropped": the alert was acknowledged or resolved before it was sent
};
[[nodiscard]] QLatin1StringView toText(DeliveryState state);
[[nodiscard]] DeliveryState deliveryStateFromText(QStringView text);

//! One notice of one alert on one channel: the queue's row and, later, the receipt.
struct Delivery {
    DeliveryId id = {};
    AlertId alert = {};
    ChannelId channel = {};
    int round = 1; //!< of Alert::notices
    NoticeReason reason = NoticeReason::Raised;
    DeliveryState state = DeliveryState::Queued;
    int attempts = 0;
    QDateTime nextTryAt = {}; //!< UTC
    std::optional<QDateTime> doneAt = {}; //!< UTC
    QString receipt = {}; //!< what the other side said, or why it failed; plain, without secrets
    quint32 noticeId = 0; //!< of the notification service, for replacing
    bool isRepeated = false; //!< sent again after a crash between sending and recording
    bool isBundled = false; //!< told together with others
};

} // namespace tollkeeper
