// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/secret.h"

#include <QByteArray>

namespace tollkeeper {

//! HMAC-SHA256 of a message, keyed by the secret: 32 raw bytes. Made here because the key must leave its
//! Secret for it. A signature tells nothing of its secret and may be sent. Pure.
[[nodiscard]] QByteArray hmacSha256(const Secret &secret, const QByteArray &message);
//! The same of "line, line feed, secret", keyed by the secret.
[[nodiscard]] QByteArray hmacOfLineAndSecret(const Secret &secret, const QByteArray &line);
//! The same of no message at all, keyed by "line, line feed, secret".
[[nodiscard]] QByteArray hmacKeyedByLineAndSecret(const Secret &secret, const QByteArray &line);

} // namespace tollkeeper
