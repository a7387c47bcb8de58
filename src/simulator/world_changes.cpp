// SPDX-License-Identifier: GPL-3.0-or-later
#include "simulator/key_maker.h"
#include "simulator/world.h"

#include <algorithm>

// What is changed of the world's keys.
namespace tollkeeper::simulator {

Key &World::own(const Key &key)
{
    const auto found = std::ranges::find_if(m_keys, [&key](const Key &one) { return &one == &key; });
    Q_ASSERT(found != m_keys.end());
    return *found;
}

const Key &World::addKey(const KeyPlan &plan, const QByteArray &text)
{
    const auto &key = m_keys.emplace_back(makeKey(m_seed, m_keys.size(), plan, text));
    if (const auto managed = m_managed.find(plan.account); managed != m_managed.end() && !plan.management)
        managed->second.keys.push_back(&key);
    if (const auto wallet = m_wallets.find(plan.account);
        wallet != m_wallets.end() && plan.billing != Billing::Subscription)
        wallet->second.add(&key);
    return key;
}

void World::changeKey(const Key &key, const KeyPlan &plan, const QDateTime &now)
{
    auto &changed = own(key);
    const bool wasDisabled = key.disabledAt(now);
    changed.plan = plan;
    if (key.disabledAt(now) == wasDisabled)
        return;
    for (auto &series : changed.series) {
        if (wasDisabled)
            series.resumeAt(slotFrom(now));
        else
            series.pauseAt(slotsUntil(now));
    }
}

void World::deleteKey(const Key &key, const QDateTime &now)
{
    auto &deleted = own(key);
    deleted.deletedAt = now;
    for (auto &series : deleted.series)
        series.pauseAt(slotsUntil(now));
}

void World::moveTraffic(const Key &from, const Key &to, Slot slot)
{
    auto &giver = own(from);
    auto &taker = own(to);
    for (auto &series : giver.series) {
        if (series.hasEndedBy(slot)) // what was moved before is not moved twice
            continue;
        taker.series.push_back(series.continuedAt(slot));
        series.endAt(slot);
    }
}

} // namespace tollkeeper::simulator
