// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/model_price.h"
#include "domain/send_order.h"
#include "playground/playground_run.h"

namespace tollkeeper {

//! What the POSTs of a run count for against the ceiling of its policy: what they cost and, where an answer
//! does not tell, the most it can have cost by list prices.
class SpendCount {
public:
    SpendCount(const SendOrder &order, QList<ModelListing> prices);

    void add(const SentRequest &sent);
    //! In the currency of the ceiling. nullopt: none is set, or nobody can tell what a POST cost at most.
    [[nodiscard]] const std::optional<Money> &counted() const { return m_counted; }

private:
    [[nodiscard]] std::optional<Money> mostOf(const SentRequest &sent) const;

    PlaygroundRequest m_request;
    QList<ModelListing> m_prices;
    std::optional<Money> m_counted;
};

} // namespace tollkeeper
