// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "simulator/request_draws.h"
#include "simulator/request_rows.h"

namespace tollkeeper::simulator {

//! Gives each of the rows its part of the slot's tokens and money, so that together they have exactly the
//! slot's. `requests` is left as it is. REQUIRES: at least one row.
void shareOut(
    std::vector<RequestRow> &rows, const Figures &slot, const SpendSeries &series, const Draws &draws);

} // namespace tollkeeper::simulator
