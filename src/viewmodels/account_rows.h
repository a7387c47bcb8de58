// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "analytics/spend_answers.h"
#include "viewmodels/overview_rows.h"

namespace tollkeeper {

//! The accounts as lines of the sidebar and of Balances; those whose figures are old last polled say so.
//! Pure.
[[nodiscard]] QList<AccountRow> accountRows(const Overview &overview);

} // namespace tollkeeper
