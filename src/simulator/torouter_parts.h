// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "simulator/routes.h"

namespace tollkeeper::simulator::torouter {

//! What these gateways say all their requests took; nobody sums it up.
inline constexpr double AverageDurationMs = 2140.5;

//! GET /v1/usage in the shape the key's billing gives it.
[[nodiscard]] Answer usage(const Visit &visit, const Key &key);
[[nodiscard]] bool quotaIsUsedUp(const Key &key, const QDateTime &now);
//! Of what is paid from a balance.
[[nodiscard]] bool balanceIsUsedUp(const Visit &visit, const Key &key);
//! Of a subscription.
[[nodiscard]] bool planIsUsedUp(const Visit &visit, const Key &key);
//! The models of the key's group, in the catalogue.
[[nodiscard]] std::vector<std::size_t> modelsFor(const World &world, const Key &key);
//! The client's own X-Request-ID, or a new one.
[[nodiscard]] QByteArray requestIdFor(const Asked &asked);
//! GET /api/v1/settings/public: what the site is and which doors it has.
[[nodiscard]] Answer publicSettings(Place place);
//! A failure in the protocol's own shape, as /v1/usage and /v1/models send it.
[[nodiscard]] Answer failed(int status, const QString &type, const QString &message);
[[nodiscard]] Answer notFound();

} // namespace tollkeeper::simulator::torouter
