// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QDateTime>

namespace tollkeeper::simulator {

//! The six-digit code of a moment (RFC 6238: HMAC-SHA-1, steps of 30 seconds). The secret is raw bytes.
[[nodiscard]] QByteArray totpCode(const QByteArray &secret, const QDateTime &moment);
//! Whether a code is that of the moment or of the step before or after it, as servers forgive slow clocks.
[[nodiscard]] bool totpMatches(const QByteArray &secret, const QDateTime &moment, const QByteArray &code);
//! Raw bytes as people type a secret into an authenticator (RFC 4648, base 32, without padding).
[[nodiscard]] QByteArray base32(const QByteArray &bytes);

} // namespace tollkeeper::simulator
