// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "alerts/channel_service.h"
#include "net/http_types.h"

namespace tollkeeper::channels {

[[nodiscard]] Receipt delivered(const QString &text);
//! Worth another try.
[[nodiscard]] Receipt failedForNow(const QString &text);
//! Another try would end the same way.
[[nodiscard]] Receipt refusedForGood(const QString &text);

//! What an answer of a webhook says. Robots of Feishu, DingTalk and WeCom answer 200 to what they refuse:
//! there the code in the body decides. 408, 425, 429 and 5xx, a robot's "too often" and "busy", and an answer
//! that is none are worth another try, at the time they name if they do. Secrets in the text are the caller's
//! to take out.
[[nodiscard]] Receipt receiptFor(ChannelKind kind, const HttpResponse &answer, const QDateTime &now);
//! What it means that there was no usable answer.
[[nodiscard]] Receipt receiptFor(const Error &error);

//! True where the keychain cannot be asked now, so that nothing can be said of the channel.
[[nodiscard]] bool isOfKeychain(const Error &error);

} // namespace tollkeeper::channels
