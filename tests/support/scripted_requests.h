// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/usage_answers.h"

namespace scripted {

//! The last seconds of 18 June 2026 before 14:32 UTC: one request of every kind that a page has to show.
[[nodiscard]] const QList<tollkeeper::UsageRow> &requests();
[[nodiscard]] bool matches(const tollkeeper::UsageRow &row, const tollkeeper::UsageFilter &filter);

} // namespace scripted
