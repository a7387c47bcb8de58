// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/async.h"
#include "base/id.h"

#include <QStringList>

#include <chrono>

namespace tollkeeper {

class GenerationLookUpService;

//! Wants the bills of these requests and waits until all of them have come or are refused, for so long at
//! most, whatever the gateway, or that of another account, does meanwhile. What has not come by then is asked
//! for later by itself. A failure: they cannot even be wanted.
[[nodiscard]] Async<Done> waitForBills(GenerationLookUpService &lookUps, AccountId account,
    QStringList requestIds, std::chrono::milliseconds patience = std::chrono::seconds(5));

} // namespace tollkeeper
