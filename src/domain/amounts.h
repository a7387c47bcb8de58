// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/money.h"

namespace tollkeeper {

//! What was billed by the gateway and what the provider bills apart (BYOK, ledger rule 6), of one currency.
struct Amounts {
    Money billed;
    Money byok;
    friend bool operator==(const Amounts &, const Amounts &) = default;
};

} // namespace tollkeeper
