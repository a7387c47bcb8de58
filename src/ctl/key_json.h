// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "analytics/key_reports.h"

#include <QJsonObject>

namespace tollkeeper::ctl {

//! A key as `key list --json` has it; null for what is not told.
[[nodiscard]] QJsonObject toJson(const KeyRow &row);
[[nodiscard]] QJsonObject toJson(const Rotation &rotation);

} // namespace tollkeeper::ctl
