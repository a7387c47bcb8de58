// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/alert_message.h"

namespace tollkeeper {

//! A message that tries a channel out and says so.
[[nodiscard]] AlertMessage messageForTest(const Channel &channel);

} // namespace tollkeeper
