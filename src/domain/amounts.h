// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/money.h"

#include <QtNumeric>

#include <optional>

namespace tollkeeper {

//! What was billed by the gateway and what the provider bills apart (BYOK, ledger rule 6), of one currency.
struct Amounts {
    Money billed;
    Money byok;
    friend bool operator==(const Amounts &, const Amounts &) = default;
};

//! a + b; nullopt where they are of two currencies, or 64 bits do not hold it.
[[nodiscard]] inline std::optional<Money> sumIfItFits(Money a, Money b)
{
    qint64 nanos = 0;
    if (a.currency() != b.currency() || qAddOverflow(a.nanos(), b.nanos(), &nanos))
        return std::nullopt;
    return Money::fromNanos(nanos, a.currency());
}

} // namespace tollkeeper
