// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "analytics/spend_answers.h"
#include "viewmodels/overview_rows.h"

namespace tollkeeper {

//! Overview facts as the rows and texts of its panels. Pure; no rule of the business is decided here.
[[nodiscard]] HeaderFigures headerFigures(const Overview &overview);
[[nodiscard]] WarningLine warningLine(const Overview &overview);
[[nodiscard]] QList<AlertRow> alertRows(const Overview &overview);
[[nodiscard]] QList<TopKeyRow> keyRows(const Overview &overview);

} // namespace tollkeeper
