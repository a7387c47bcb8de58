// SPDX-License-Identifier: GPL-3.0-or-later
#include "playground/run_cost.h"

#include "domain/amounts.h"

namespace tollkeeper {

RunCost runCost(const PlaygroundRun &run, Currency usual)
{
    RunCost cost;
    for (auto at = run.sent.size(); at-- > 0;) {
        const auto &answer = run.sent.at(at).answer;
        const auto whole = paid(answer.cost);
        const auto told = whole ? whole : answer.cost.amount;
        if (!whole && (told || answer.charged != Charged::No))
            cost.isLeast = true;
        if (!told)
            continue;
        if (!cost.sum)
            cost.sum = told;
        else if (const auto sum = sumIfItFits(*cost.sum, *told))
            cost.sum = sum;
        else
            cost.isLeast = true;
    }
    if (cost.isLeast && cost.sum && cost.sum->isZero())
        cost.sum.reset(); // "at least nothing" says nothing
    if (!cost.isLeast && !cost.sum)
        cost.sum = Money::fromNanos(0, usual);
    return cost;
}

} // namespace tollkeeper
