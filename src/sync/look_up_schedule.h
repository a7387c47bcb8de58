// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <chrono>
#include <optional>

namespace tollkeeper {

//! How long after so many tries that found nothing the next one is made: 0.5, 1, 2, 4, 8 s, then 1, 5 and
//! every 30 min. A bill appears some time after its request, at once or, for a cut stream, much later.
//! nullopt: it has been waited for 24 hours, it does not come. Pure.
[[nodiscard]] std::optional<std::chrono::milliseconds> lookUpDelay(int tries);

} // namespace tollkeeper
