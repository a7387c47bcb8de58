// SPDX-License-Identifier: GPL-3.0-or-later
#include "playground/spend_count.h"

#include "playground/cost_estimate.h"

#include <QtNumeric>

#include <limits>

namespace tollkeeper {

SpendCount::SpendCount(const SendOrder &order, QList<ModelListing> prices)
    : m_request(order.request), m_prices(std::move(prices))
{
    if (const auto &ceiling = order.policy.costCeiling)
        m_counted = Money::fromNanos(0, ceiling->currency());
}

std::optional<Money> SpendCount::mostOf(const SentRequest &sent) const
{
    const auto &answer = sent.answer;
    if (const auto told = paid(answer.cost))
        return told;
    if (answer.charged == Charged::No && !answer.cost.amount)
        return Money::fromNanos(0, m_counted->currency());
    const auto estimate = estimatedCost(m_request, {sent.model}, m_prices);
    // Without a limit of output the estimate is of what was sent alone; without a price of what the gateway
    // may go on with, not of all it may be.
    return estimate.outputTokens && estimate.unpriced.isEmpty() ? estimate.most : std::nullopt;
}

void SpendCount::add(const SentRequest &sent)
{
    if (!m_counted)
        return;
    const auto most = mostOf(sent);
    if (most && most->isZero()) // in whatever currency
        return;
    if (!most || most->currency() != m_counted->currency()) {
        m_counted.reset(); // and stays so: what comes later makes it no clearer
        return;
    }
    qint64 nanos = 0; // a gateway may tell any number, and a sum that turns negative would end the ceiling
    if (qAddOverflow(m_counted->nanos(), most->nanos(), &nanos))
        nanos = std::numeric_limits<qint64>::max();
    m_counted = Money::fromNanos(nanos, m_counted->currency());
}

} // namespace tollkeeper
