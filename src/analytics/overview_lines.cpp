// SPDX-License-Identifier: GPL-3.0-or-later
#include "analytics/overview_builder.h"
#include "storage/account_repository.h"
#include "storage/key_repository.h"
#include "storage/spend_repository.h"

#include <algorithm>
#include <chrono>
#include <utility>

// The lines of the Overview: one per account and one per key.

namespace tollkeeper {
namespace {

constexpr std::chrono::minutes StaleAfter(12); // two polls of five minutes, and their jitter

} // namespace

bool isStale(const AccountHealth &health, const QDateTime &now)
{
    return !health.fetchedAt || health.failures >= 2
        || health.fetchedAt->msecsTo(now) > std::chrono::milliseconds(StaleAfter).count();
}

Outcome OverviewBuilder::addAccounts(SpendRepository &spend)
{
    AccountRepository repository(m_database);
    const auto accounts = repository.all();
    const auto sums = spend.byAccount(m_overview.month, m_overview.currency);
    if (!accounts || !sums)
        return fail(!accounts ? accounts.error() : sums.error());
    for (const auto &account : *accounts) {
        const auto health = repository.health(account.id);
        const auto balance = spend.balance(account.id);
        if (!health || !balance)
            return fail(!health ? health.error() : balance.error());
        AccountLine line;
        line.account = account;
        line.health = *health;
        const auto traits = m_traits.value(account.gateway, {account.gateway, false});
        line.gatewayName = traits.displayName;
        line.offersBalance = traits.offersBalance;
        if (*balance) {
            line.balance = (*balance)->amount;
            line.balanceAt = (*balance)->readAt;
        }
        line.spentThisMonth = Money::fromNanos(0, m_overview.currency);
        for (const auto &sum : *sums) {
            if (sum.ref == account.id.value())
                line.spentThisMonth = sum.amount.billed;
        }
        line.isStale = isStale(*health, m_now);
        m_overview.isAtLeast = m_overview.isAtLeast || line.isStale || !account.tellsSpend;
        m_overview.accounts.append(line);
    }
    return Done{};
}

Outcome OverviewBuilder::addKeys(SpendRepository &spend)
{
    const auto keys = KeyRepository(m_database).all();
    const auto today
        = spend.byDimension(Dimension::Key, {m_overview.today, m_overview.today}, m_overview.currency);
    const auto month = spend.byDimension(Dimension::Key, m_overview.month, m_overview.currency);
    if (!keys)
        return fail(keys.error());
    for (const auto *answer : {&today, &month}) {
        if (!*answer)
            return fail(answer->error());
    }
    const auto sumOf = [this](const QList<SpendSum> &sums, KeyId key) {
        for (const auto &sum : sums) {
            if (sum.ref == key.value())
                return sum.amount.billed;
        }
        return Money::fromNanos(0, m_overview.currency);
    };
    for (const auto &key : *keys) {
        KeySpendLine line{key, {}, sumOf(*today, key.id), sumOf(*month, key.id)};
        for (const auto &account : std::as_const(m_overview.accounts)) {
            if (account.account.id == key.account)
                line.accountName = account.account.name;
        }
        m_overview.keys.append(line);
    }
    std::stable_sort(m_overview.keys.begin(), m_overview.keys.end(),
        [](const KeySpendLine &a, const KeySpendLine &b) { return a.month > b.month; });
    return Done{};
}

} // namespace tollkeeper
