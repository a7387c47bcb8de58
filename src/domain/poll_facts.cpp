// SPDX-License-Identifier: GPL-3.0-or-later
#include "domain/poll_facts.h"

namespace tollkeeper {

void PollFacts::append(PollFacts other)
{
    if (other.role)
        role = other.role;
    listsAllKeys = listsAllKeys || other.listsAllKeys;
    keys.append(std::move(other.keys));
    counters.append(std::move(other.counters));
    buckets.append(std::move(other.buckets));
    if (other.balance)
        balance = other.balance;
    if (other.models)
        models = other.models;
}

} // namespace tollkeeper
