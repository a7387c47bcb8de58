// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ctl/commands.h"
#include "domain/usage_filter.h"

namespace tollkeeper::ctl {

//! The options by which `usage` and `export` choose request rows.
[[nodiscard]] QList<QCommandLineOption> usageOptions();
//! The filter they describe: this month up to today unless said otherwise. Error::Kind::NotFound for a name
//! that is nobody's.
[[nodiscard]] Result<UsageFilter> usageFilterFrom(const Call &call);
//! "2026-06-18"
[[nodiscard]] Result<QDate> dateFrom(const QString &text);

} // namespace tollkeeper::ctl
