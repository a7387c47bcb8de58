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
//! The keys of the one who is logged in, in order of creation, deleted ones too.
[[nodiscard]] std::vector<const Key *> ownKeys(const World &world);

//! A row of the list of keys, and what is told of one key after it was made or changed.
[[nodiscard]] QJsonObject keyRow(const Visit &visit, const Key &key);
//! GET /api/v1/keys
[[nodiscard]] Answer keyList(const Visit &visit);
//! POST /api/v1/keys: once for an Idempotency-Key.
[[nodiscard]] Answer createKey(const Visit &visit);
//! GET, PUT and DELETE /api/v1/keys/:id
[[nodiscard]] Answer oneKey(const Visit &visit);
[[nodiscard]] Answer changeKey(const Visit &visit);
[[nodiscard]] Answer deleteKey(const Visit &visit);
//! GET /api/v1/usage: the requests, row by row.
[[nodiscard]] Answer usageRows(const Visit &visit);
//! GET /api/v1/usage/stats: their sums.
[[nodiscard]] Answer usageStats(const Visit &visit);

} // namespace tollkeeper::simulator::panel
