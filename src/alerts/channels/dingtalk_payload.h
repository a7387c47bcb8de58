// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "alerts/channel_sender.h"

namespace tollkeeper::channels {

//! For a custom robot of DingTalk: a message of type "text", which knows no markup; people are mentioned by a
//! member "at" alone, which we never send.
[[nodiscard]] QByteArray dingTalkBody(const AlertMessage &message);

//! What a signed robot wants behind its address (open.dingtalk.com, custom robot security): "timestamp=…",
//! in milliseconds, and "sign=…": base64 of the HMAC-SHA256 of "timestamp, line feed, secret", keyed by the
//! secret, percent-encoded. An hour at most may lie between the timestamp and DingTalk's clock.
[[nodiscard]] QByteArray dingTalkQuery(const Secret &secret, const QDateTime &now);

} // namespace tollkeeper::channels
