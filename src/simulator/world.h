// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "simulator/roster.h"
#include "simulator/spend_series.h"
#include "simulator/top_ups.h"
#include "simulator/workspaces.h"

#include <QDateTime>

#include <deque>
#include <map>

namespace tollkeeper::simulator {

//! A key with the text that opens the door and the spend it has. The text is invented; this is no Secret.
struct Key {
    KeyPlan plan = {};
    QByteArray text = {};
    QString hash = {}; //!< SHA-256 of the text in hex, as OpenRouter names its keys
    qint64 number = 0; //!< OpenRouter's other name for it
    std::vector<SpendSeries> series = {};
    std::optional<TopUps> topUps = {}; //!< of a key that spends a balance
    std::optional<QDateTime> deletedAt = {}; //!< UTC; what it spent stays

    [[nodiscard]] const AccountPlan &account() const { return accountPlans()[plan.account]; }
    //! "sk-or-v1-1a2...9fe", as the gateway shows it.
    [[nodiscard]] QString label() const;
    [[nodiscard]] const WorkspacePlan &workspace() const { return workspaceAt(plan.account, plan.workspace); }
    [[nodiscard]] bool disabledAt(const QDateTime &now) const;
    [[nodiscard]] bool expiredAt(const QDateTime &now) const;
    [[nodiscard]] Figures until(Slot slot) const;
    [[nodiscard]] Figures spent(Stretch stretch) const { return until(stretch.to) - until(stretch.from); }
};

//! An account with a management key: the ordinary keys it sees, in order of creation, and what was paid in.
struct ManagedAccount {
    std::vector<const Key *> keys = {};
    TopUps credits;
};

[[nodiscard]] Figures spentUntil(const std::vector<const Key *> &keys, Slot slot);

//! The prepaid money of one account, which all its keys spend but those of a subscription.
class Wallet {
public:
    //! The keys must outlive it.
    explicit Wallet(std::vector<const Key *> keys);

    //! Micro-dollars left when a slot has ended.
    [[nodiscard]] qint64 balance(Slot slot) const { return m_topUps.until(slot) - spent(slot); }
    //! Another key that spends it. Nobody pays in for it.
    void add(const Key *key) { m_keys.push_back(key); }

private:
    [[nodiscard]] qint64 spent(Slot slot) const;

    std::vector<const Key *> m_keys;
    TopUps m_topUps;
};

//! Everything that can be asked about: from the seed, and what was changed of its keys since. Keys stay where
//! they are in memory. Any number of threads may read, or one may change.
class World {
public:
    explicit World(quint64 seed);
    Q_DISABLE_COPY_MOVE(World)
    ~World() = default;

    //! Deleted ones too: what they spent stays.
    [[nodiscard]] const std::deque<Key> &keys() const { return m_keys; }
    //! The key with this text at this kind of gateway, or null; deleted ones are not known any more.
    [[nodiscard]] const Key *keyWithText(Place place, const QByteArray &text) const;
    [[nodiscard]] const Key *keyOnRing(const QString &ringName) const;
    //! All keys of an account, in the roster's order, deleted ones too.
    [[nodiscard]] std::vector<const Key *> keysOf(std::size_t account) const;
    //! REQUIRES: an account at sub2api or Chuizi.
    [[nodiscard]] const Wallet &wallet(std::size_t account) const { return m_wallets.at(account); }
    //! REQUIRES: the account has a management key.
    [[nodiscard]] const ManagedAccount &managed(std::size_t account) const { return m_managed.at(account); }

    //! Makes a key, which spends nothing. Without a text it gets one.
    const Key &addKey(const KeyPlan &plan, const QByteArray &text = {});
    //! Sets a key of this world up anew. Disabled, it earns nothing from `now` on; enabled, it does again.
    void changeKey(const Key &key, const KeyPlan &plan, const QDateTime &now);
    //! It is not known any more and earns nothing from `now` on.
    void deleteKey(const Key &key, const QDateTime &now);
    //! From this slot on one key of an account earns what the other would have. REQUIRES: no slot that has
    //! ended, two keys, and the second one is neither disabled nor deleted.
    void moveTraffic(const Key &from, const Key &to, Slot slot);
    //! Adds a request somebody sent. It counts as all others do: when its slot has ended. A moment outside
    //! the world's time is nobody's.
    void post(const Key &key, RequestRow row);
    //! A number no other call gave.
    [[nodiscard]] quint64 nextDraw();

private:
    [[nodiscard]] Key &own(const Key &key);

    quint64 m_seed;
    quint64 m_draws = 0;
    std::deque<Key> m_keys;
    std::map<std::size_t, ManagedAccount> m_managed;
    std::map<std::size_t, Wallet> m_wallets;
};

//! When the quota of apac-chat-prod is used up, give or take a slot, whatever the seed.
inline const QDateTime QuotaReached{QDate(2026, 6, 16), QTime(14, 25), Qt::UTC};
//! From when ToRouter answers nothing to support-overflow; the slot it lies in earns nothing any more.
inline const QDateTime SupportOutage{QDate(2026, 6, 18), QTime(11, 28), Qt::UTC};

} // namespace tollkeeper::simulator
