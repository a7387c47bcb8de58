// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "simulator/roster.h"

#include <QDateTime>
#include <QJsonObject>

#include <tl/expected.hpp>

namespace tollkeeper::simulator::openrouter {

//! A plan as a body of POST or PATCH /keys wants it, or what is wrong with the body. Members that are not
//! there leave the plan as it is, and so do those nobody knows.
[[nodiscard]] tl::expected<KeyPlan, QString> wishedPlan(KeyPlan plan, const QJsonObject &body);

//! The expiry in a body of POST: UTC, with seconds, and not over yet. Empty: never.
[[nodiscard]] tl::expected<QString, QString> wishedExpiry(const QJsonObject &body, const QDateTime &now);

} // namespace tollkeeper::simulator::openrouter
