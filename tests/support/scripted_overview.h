// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "analytics/spend_answers.h"
#include "sync/gateway_service.h"

//! A month of an invented company, as the window's tests and pictures show it.
namespace scripted {

[[nodiscard]] tollkeeper::Money dollars(qint64 cents);
//! 18 June 2026, 14:32 UTC: four accounts, one of them stale, twelve keys, a budget, three alerts.
[[nodiscard]] tollkeeper::Overview overview();
[[nodiscard]] QList<tollkeeper::GatewayChoice> choices();

} // namespace scripted
