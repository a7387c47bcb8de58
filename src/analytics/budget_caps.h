// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "analytics/budget_reports.h"
#include "base/result.h"
#include "domain/gateway_traits.h"

namespace tollkeeper {

class Database;

//! The gateways' own limits on these keys and their accounts, and the balances of those accounts: what cuts
//! off first comes first, then what cannot be told, the fullest first. The pace is that of the last seven
//! whole days before `today`, or of as many as the ledger has. Synchronous: call it on a storage thread.
[[nodiscard]] Result<QList<BudgetCapLine>> capsOf(Database &database, const QList<ApiKey> &keys,
    const TraitsByGateway &traits, QDate today, const QDateTime &now);

} // namespace tollkeeper
