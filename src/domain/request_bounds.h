// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/money.h"

namespace tollkeeper {

//! What one request costs and counts at most, in whatever currency. A gateway may tell any number, and a few
//! of the largest would break every sum they are part of: what is beyond is as good as not told.
constexpr auto MostOfOneRequest = Money::fromNanos(Q_INT64_C(1'000'000) * 1'000'000'000);
constexpr qint64 MostTokensOfOneRequest = Q_INT64_C(1) << 40;

[[nodiscard]] constexpr bool canBeCostOfOneRequest(Money cost)
{
    return !cost.isNegative() && cost.nanos() <= MostOfOneRequest.nanos();
}

} // namespace tollkeeper
