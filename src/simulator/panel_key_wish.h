// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "simulator/exchange.h"
#include "simulator/roster.h"

#include <QDateTime>
#include <QJsonObject>

#include <tl/expected.hpp>

namespace tollkeeper::simulator::panel {

//! A plan as a body of POST or PUT /api/v1/keys wants it, or the refusal. What is not there stays as it is.
[[nodiscard]] tl::expected<KeyPlan, Answer> wishedPlan(KeyPlan plan, const QJsonObject &body);

//! The part that only a new key has: expires_in_days.
[[nodiscard]] tl::expected<QString, Answer> wishedExpiryOfNew(const QJsonObject &body, const QDateTime &now);
//! Whether a text may be the key itself: custom_key.
[[nodiscard]] std::optional<Answer> refusalOfKeyText(const QString &text);
//! The part that only a change has: status, expires_at.
[[nodiscard]] tl::expected<KeyPlan, Answer> changedPlan(KeyPlan plan, const QJsonObject &body);

} // namespace tollkeeper::simulator::panel
