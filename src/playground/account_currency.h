// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/id.h"
#include "base/money.h"
#include "storage/database.h"

namespace tollkeeper {

//! The currency of all figures an account has; nullopt: it has none yet, or they are of several. Synchronous:
//! call it on a storage thread.
[[nodiscard]] Result<std::optional<Currency>> onlyCurrencyOf(Database &database, AccountId account);

} // namespace tollkeeper
