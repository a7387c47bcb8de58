// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QStringView>

#include <chrono>
#include <optional>

namespace tollkeeper::simulator {

//! Reads an ISO 8601 duration of days, hours, minutes and seconds ("P1DT6H", "PT5M"). No weeks, months,
//! fractions or signs; an empty one is refused.
[[nodiscard]] std::optional<std::chrono::seconds> isoDuration(const QString &text);

} // namespace tollkeeper::simulator
