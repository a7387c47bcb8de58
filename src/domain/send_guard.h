// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtGlobal>

#include <optional>

namespace tollkeeper {

//! When the Playground asks before it sends something dear. What a request may cost is an estimate: the most
//! that its models may say, at their catalogue prices.
struct SendGuard {
    //! Billionths of a unit of the currency the gateway bills in, whichever it is: an amount to be asked
    //! above must hold where no exchange rate is known. nullopt: never by the amount.
    std::optional<qint64> askAboveNanos = 1'000'000'000;
    int percent = 20; //!< of what is left on the key's cap or of a budget; 0: never by that
    friend bool operator==(const SendGuard &, const SendGuard &) = default;
};

} // namespace tollkeeper
