// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/result.h"
#include "gateways/connector.h"
#include "net/http_types.h"

namespace tollkeeper {

//! Reads a failed answer: the body decides before the status, 429 is not one thing, a 401 or 403 does not
//! prove that the key is bad (decoder rules 1 to 3). Total: any bytes give an Error of kind Rejected with a
//! category, the gateway's code and its innermost message, or Redirected / NotAnApi where the answer is no
//! API answer. Secrets and user ids in it are masked.
[[nodiscard]] Error explainRefusal(
    const HttpResponse &response, const ErrorCatalogue &catalogue, const QDateTime &now);

//! Retry-After in seconds or as an HTTP date, clamped to 1 s … 1 h; none when absent or unreadable.
[[nodiscard]] std::optional<std::chrono::seconds> retryAfter(
    const HttpHeaders &headers, const QDateTime &now);

//! "Wed, 18 Nov 2026 07:28:00 GMT", the one form of a date that HTTP still allows to send.
[[nodiscard]] std::optional<QDateTime> httpDate(const QByteArray &text);

} // namespace tollkeeper
