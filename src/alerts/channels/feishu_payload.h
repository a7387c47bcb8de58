// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "alerts/channel_sender.h"

namespace tollkeeper::channels {

//! For a custom bot of Feishu or Lark (open.feishu.cn, custom bot guide): a "post" made of text elements, in
//! which "<at user_id=…>" is text; in a message of type "text" it would mention people. With a secret the
//! members "timestamp", in seconds, and "sign": base64 of the HMAC-SHA256 of nothing, keyed by "timestamp,
//! line feed, secret". `secret` may be null.
[[nodiscard]] QByteArray feishuBody(const AlertMessage &message, const Secret *secret, const QDateTime &now);

} // namespace tollkeeper::channels
