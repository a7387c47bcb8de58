// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "analytics/forecast_answers.h"
#include "base/result.h"

namespace tollkeeper {

class Database;

//! The forecast of the running month from the ledger's days. `pastMonths`: of how many months before it is
//! worked out how wrong forecasts were. Synchronous: use it on a storage thread.
[[nodiscard]] Result<ForecastAnswer> forecastMonth(
    Database &database, const QDateTime &now, Currency currency, int pastMonths);

} // namespace tollkeeper
