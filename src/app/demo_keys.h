// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/services.h"

namespace tollkeeper {

//! Tells of the invented company's keys whom they belong to, as of `since` (UTC). `services` must outlive the
//! task.
[[nodiscard]] Async<Done> labelDemoKeys(Services &services, QDateTime since);

} // namespace tollkeeper
