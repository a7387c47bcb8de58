// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "simulator/roster.h"
#include "simulator/spend_series.h"
#include "simulator/top_ups.h"
#include "simulator/workspaces.h"

#include <QDateTime>

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

    [[nodiscard]] const AccountPlan &account() const { return accountPlans()[plan.account]; }
    //! "sk-or-v1-1a2...9fe", as the gateway shows it.
    [[nodiscard]] QString label() const;
    [[nodiscard]] const WorkspacePlan &workspace() const { return workspaceAt(plan.account, plan.workspace); }
    [[nodiscard]] bool disabledAt(const QDateTime &now) const;
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

private:
    [[nodiscard]] qint64 spent(Slot slot) const;

    std::vector<const Key *> m_keys;
    TopUps m_topUps;
};

//! Everything that can be asked about, from the seed alone. Constant: safe to read from any thread.
class World {
public:
    explicit World(quint64 seed);
    Q_DISABLE_COPY_MOVE(World)
    ~World() = default;

    [[nodiscard]] const std::vector<Key> &keys() const { return m_keys; }
    //! The key with this text at this kind of gateway, or null.
    [[nodiscard]] const Key *keyWithText(Place place, const QByteArray &text) const;
    [[nodiscard]] const Key *keyOnRing(const QString &ringName) const;
    //! All keys of an account, in the roster's order.
    [[nodiscard]] std::vector<const Key *> keysOf(std::size_t account) const;
    //! REQUIRES: an account at sub2api or Chuizi.
    [[nodiscard]] const Wallet &wallet(std::size_t account) const { return m_wallets.at(account); }
    //! REQUIRES: the account has a management key.
    [[nodiscard]] const ManagedAccount &managed(std::size_t account) const { return m_managed.at(account); }

private:
    std::vector<Key> m_keys;
    std::map<std::size_t, ManagedAccount> m_managed;
    std::map<std::size_t, Wallet> m_wallets;
};

//! When the quota of apac-chat-prod is used up, give or take a slot, whatever the seed.
inline const QDateTime QuotaReached{QDate(2026, 6, 16), QTime(14, 25), Qt::UTC};
//! From when ToRouter answers nothing to support-overflow; the slot it lies in earns nothing any more.
inline const QDateTime SupportOutage{QDate(2026, 6, 18), QTime(11, 28), Qt::UTC};

} // namespace tollkeeper::simulator
