// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "simulator/routes.h"

namespace tollkeeper::simulator::panel {

//! Everything below /api/v1 that is no public setting. Only sub2api's panel lets anybody in; ToRouter's asks
//! for a captcha.
[[nodiscard]] Answer route(const Visit &visit, Place place);

//! Below /api/v1/auth: POST login, login/2fa, refresh and logout. nullopt for anything else.
[[nodiscard]] std::optional<Answer> login(const Visit &visit, Place place);
//! GET /api/v1/auth/me, and the person in the answer to a login.
[[nodiscard]] QJsonObject userRow(const Visit &visit);

//! What the panel numbers a key by: its place among the account's keys.
[[nodiscard]] qint64 numberOf(const World &world, const Key &key);
//! The keys of the one who is logged in, in order of creation.
[[nodiscard]] std::vector<const Key *> ownKeys(const World &world);

//! GET /api/v1/keys
[[nodiscard]] Answer keyList(const Visit &visit);
//! GET /api/v1/usage: the requests, row by row.
[[nodiscard]] Answer usageRows(const Visit &visit);
//! GET /api/v1/usage/stats: their sums.
[[nodiscard]] Answer usageStats(const Visit &visit);

} // namespace tollkeeper::simulator::panel
