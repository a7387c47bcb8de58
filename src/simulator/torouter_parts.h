// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "simulator/routes.h"

namespace tollkeeper::simulator::torouter {

//! What these gateways say all their requests took; nobody sums it up.
inline constexpr double AverageDurationMs = 2140.5;

//! GET /v1/usage in the shape the key's billing gives it.
[[nodiscard]] Answer usage(const Visit &visit, const Key &key);
[[nodiscard]] bool quotaIsUsedUp(const Key &key, const QDateTime &now);
//! GET /api/v1/settings/public: what the site is and which doors it has.
[[nodiscard]] Answer publicSettings(Place place);
//! A failure in the protocol's own shape, as /v1/usage and /v1/models send it.
[[nodiscard]] Answer failed(int status, const QString &type, const QString &message);
[[nodiscard]] Answer notFound();

} // namespace tollkeeper::simulator::torouter
