// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "net/http_types.h"

#include <QDateTime>
#include <QJsonObject>

#include <optional>

namespace tollkeeper {

//! For a poll: what the headers, the copy of them in the body, or a hint in it say, clamped to 1 s … 1 h.
[[nodiscard]] std::optional<std::chrono::seconds> delayOf(
    const HttpResponse &response, const QJsonObject &body, const QDateTime &now);

//! For a person: Retry-After or a hint in the body, as it was told, rounded up to whole seconds. Retry-After
//! as a date counts from the answer's own Date, or else from `now`.
[[nodiscard]] std::optional<std::chrono::seconds> toldDelay(
    const HttpHeaders &headers, const QJsonObject &body, const QDateTime &now);

//! When a window opens again, where the answer says so: metadata.resets_at, or X-RateLimit-Reset of a rate
//! limit or where X-RateLimit-Remaining is 0. UTC.
[[nodiscard]] std::optional<QDateTime> toldReset(
    const HttpHeaders &headers, const QJsonObject &body, bool isRateLimit);

} // namespace tollkeeper
