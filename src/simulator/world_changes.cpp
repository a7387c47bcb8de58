// SPDX-License-Identifier: GPL-3.0-or-later
#include "simulator/chance.h"
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

void World::post(const Key &key, RequestRow row)
{
    const auto slot = slotsUntil(QDateTime::fromMSecsSinceEpoch(row.momentMs, Qt::UTC));
    if (row.momentMs < startOf(0).toMSecsSinceEpoch() || slot >= lastSlot())
        return;
    auto &series = own(key).series;
    auto found = std::ranges::find_if(series, [&row](const SpendSeries &one) {
        return one.isPosted() && one.spec().model == row.servedModel && one.spec().provider == row.provider;
    });
    if (found == series.end()) {
        series.push_back(SpendSeries::ofPosted({.model = row.servedModel,
            .provider = row.provider,
            .chargedPercent = chargedPercent(key.account().place),
            .byRequest = true}));
        found = std::prev(series.end());
    }
    row.posted = true;
    found->post(std::move(row));
}

quint64 World::nextDraw()
{
    return chance({m_seed, ++m_draws, 91});
}

} // namespace tollkeeper::simulator
