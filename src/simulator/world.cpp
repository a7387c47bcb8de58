// SPDX-License-Identifier: GPL-3.0-or-later
#include "simulator/world.h"

#include "simulator/key_maker.h"

#include <algorithm>

using namespace Qt::Literals::StringLiterals;

namespace tollkeeper::simulator {
namespace {

ManagedAccount managedAccount(const std::deque<Key> &all, std::size_t account)
{
    std::vector<const Key *> keys;
    for (const auto &key : all) {
        if (key.plan.account == account && !key.plan.management)
            keys.push_back(&key);
    }
    std::ranges::sort(keys, {}, [](const Key *key) { return key->plan.created; });
    const auto spent = [&keys](Slot slot) { return spentUntil(keys, slot).micros; };
    return {keys, TopUps(spent, 50 * Dollar)};
}

//! What is paid for from the wallet: a subscription is not.
std::vector<const Key *> keysOnWallet(const std::deque<Key> &all, std::size_t account)
{
    std::vector<const Key *> keys;
    for (const auto &key : all) {
        if (key.plan.account == account && key.plan.billing != Billing::Subscription)
            keys.push_back(&key);
    }
    return keys;
}

} // namespace

Figures spentUntil(const std::vector<const Key *> &keys, Slot slot)
{
    Figures sum;
    for (const auto *key : keys)
        sum += key->until(slot);
    return sum;
}

Wallet::Wallet(std::vector<const Key *> keys)
    : m_keys(std::move(keys)), m_topUps([this](Slot slot) { return spent(slot); }, 10 * Dollar)
{
}

qint64 Wallet::spent(Slot slot) const
{
    return spentUntil(m_keys, slot).micros;
}

QString Key::label() const
{
    const auto shown = QString::fromLatin1(text);
    return shown.left(12) + u"..."_s + shown.right(3);
}

bool Key::disabledAt(const QDateTime &now) const
{
    return plan.disabled || (!plan.retired.isEmpty() && now >= retirementOf(plan));
}

bool Key::expiredAt(const QDateTime &now) const
{
    return !plan.expires.isEmpty() && now >= QDateTime::fromString(plan.expires, Qt::ISODate);
}

Figures Key::until(Slot slot) const
{
    Figures sum;
    for (const auto &one : series)
        sum += one.until(slot);
    return sum;
}

World::World(quint64 seed) : m_seed(seed)
{
    for (std::size_t index = 0; index < keyPlans().size(); ++index)
        m_keys.push_back(makeKey(seed, index, keyPlans()[index]));
    for (const auto &key : m_keys) {
        if (key.plan.management)
            m_managed.emplace(key.plan.account, managedAccount(m_keys, key.plan.account));
    }
    for (std::size_t account = 0; account < accountPlans().size(); ++account) {
        const auto place = accountPlans()[account].place;
        if (place == Place::Sub2api || place == Place::Chuizi)
            m_wallets.emplace(account, keysOnWallet(m_keys, account));
    }
}

std::vector<const Key *> World::keysOf(std::size_t account) const
{
    std::vector<const Key *> keys;
    for (const auto &key : m_keys) {
        if (key.plan.account == account)
            keys.push_back(&key);
    }
    return keys;
}

const Key *World::keyWithText(Place place, const QByteArray &text) const
{
    const auto found = std::ranges::find_if(m_keys,
        [&](const Key &key) { return key.account().place == place && key.text == text && !key.deletedAt; });
    return found == m_keys.end() ? nullptr : &*found;
}

const Key *World::keyOnRing(const QString &ringName) const
{
    const auto found = std::ranges::find_if(
        m_keys, [&](const Key &key) { return !ringName.isEmpty() && key.plan.ringName == ringName; });
    return found == m_keys.end() ? nullptr : &*found;
}

} // namespace tollkeeper::simulator
