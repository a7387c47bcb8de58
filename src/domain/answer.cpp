// SPDX-License-Identifier: GPL-3.0-or-later
#include "domain/answer.h"

#include <QtNumeric>

namespace tollkeeper {

std::optional<Money> paid(const AnswerCost &cost)
{
    if (!cost.amount || !cost.isByok.value_or(false))
        return cost.amount;
    const auto &upstream = cost.upstreamAmount;
    if (!upstream || upstream->currency() != cost.amount->currency())
        return std::nullopt;
    qint64 nanos = 0; // both are server text, and may be anything
    if (qAddOverflow(cost.amount->nanos(), upstream->nanos(), &nanos))
        return std::nullopt;
    return Money::fromNanos(nanos, cost.amount->currency());
}

} // namespace tollkeeper
