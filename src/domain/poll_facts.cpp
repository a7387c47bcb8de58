// SPDX-License-Identifier: GPL-3.0-or-later
#include "domain/poll_facts.h"

namespace tollkeeper {

void PollFacts::append(PollFacts other)
{
    if (other.role)
        role = other.role;
    if (other.tellsSpend)
        tellsSpend = other.tellsSpend;
    listsAllKeys = listsAllKeys || other.listsAllKeys;
    keys.append(std::move(other.keys));
    counters.append(std::move(other.counters));
    buckets.append(std::move(other.buckets));
    if (other.balance)
        balance = other.balance;
    if (other.models)
        models = other.models;
    limits.append(std::move(other.limits));
    tellsLimits = tellsLimits || other.tellsLimits;
    catalogue.append(std::move(other.catalogue));
    if (!other.requests.isEmpty() || other.whole) {
        requests.append(std::move(other.requests));
        requestsEndpoint = other.requestsEndpoint;
        requestsSource = other.requestsSource;
    }
    if (other.whole)
        whole = other.whole;
}

} // namespace tollkeeper
