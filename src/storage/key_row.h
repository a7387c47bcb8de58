// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/api_key.h"
#include "storage/database.h"

namespace tollkeeper {

//! What keyFrom() reads, of api_key `k` joined with account `a`. The account's own key has its secret where
//! the account has it.
inline constexpr QLatin1StringView KeyColumns(
    "k.id, k.account_id, k.remote_id, k.name, k.masked, k.is_disabled, k.cap_nanos, k.cap_used_nanos, "
    "k.cap_currency, k.cap_reset, k.expires_at, k.gone_at, k.created_at, k.last_used_at, k.counts_byok, "
    "k.allowed_models, k.allowed_addresses, k.denied_addresses, k.remote_group, k.first_seen_at, "
    "k.rotation_days, k.replaces_id, "
    "CASE WHEN k.remote_id = 'self' THEN a.secret_name ELSE k.secret_name END, "
    "CASE WHEN k.remote_id = 'self' THEN a.masked_key ELSE k.secret_masked END, "
    "CASE WHEN k.remote_id = 'self' THEN a.key_fingerprint ELSE k.secret_fingerprint END");

//! Without the labels.
[[nodiscard]] ApiKey keyFrom(const QSqlQuery &row);

//! One entry per line; NULL: not told.
[[nodiscard]] QVariant listColumn(const std::optional<QStringList> &list);

} // namespace tollkeeper
