// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/usage_answers.h"
#include "domain/usage_groups.h"

#include <QJsonObject>

namespace tollkeeper::ctl {

//! One request; null for what is not told.
[[nodiscard]] QJsonObject toJson(const UsageRow &row);
[[nodiscard]] QJsonObject toJson(const UsageSummary &summary);
[[nodiscard]] QJsonObject toJson(const UsageGroup &group);

} // namespace tollkeeper::ctl
