// SPDX-License-Identifier: GPL-3.0-or-later
#include "domain/answer.h"

#include "domain/amounts.h"

namespace tollkeeper {

std::optional<Money> paid(const AnswerCost &cost)
{
    if (!cost.amount || !cost.isByok.value_or(false))
        return cost.amount;
    const auto &upstream = cost.upstreamAmount;
    return upstream ? sumIfItFits(*cost.amount, *upstream) : std::nullopt; // server text: it may be anything
}

} // namespace tollkeeper
