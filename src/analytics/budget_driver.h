// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/result.h"
#include "domain/budget.h"

#include <QDate>

namespace tollkeeper {

class Database;

//! The key or model whose spend a day has moved most: the last seven whole days before `today` against the
//! three weeks before them. Empty where the ledger is shorter, where there is only one, or where none makes
//! up a third of all that moved. Synchronous: call it on a storage thread.
[[nodiscard]] Result<QString> forecastDriver(Database &database, const Budget &budget, QDate today);

} // namespace tollkeeper
