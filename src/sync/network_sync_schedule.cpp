// SPDX-License-Identifier: GPL-3.0-or-later
#include "storage/account_repository.h"
#include "sync/network_sync_service.h"
#include "sync/poll_schedule.h"

#include <QCoroFuture>
#include <QRandomGenerator>

#include <algorithm>

// When which account is polled: the part of NetworkSyncService that plans.

namespace tollkeeper {
namespace {

//! Nobody answered, or the answer was cut off by us: where it lies is in between.
bool wasNotReached(const PollResult &result)
{
    if (!result.problem)
        return false;
    switch (result.problem->kind) {
    case Error::Kind::Network:
    case Error::Kind::HostNotFound:
    case Error::Kind::Timeout:
    case Error::Kind::Cancelled:
        return true;
    default:
        return false;
    }
}

} // namespace

std::optional<QDateTime> NetworkSyncService::nextPollAt() const
{
    if (m_interval.count() == 0 || m_due.isEmpty())
        return std::nullopt;
    return *std::min_element(m_due.cbegin(), m_due.cend());
}

void NetworkSyncService::planNext(const PollResult &result, int failures)
{
    if (wasNotReached(result))
        m_unreachable.insert(result.account);
    else
        m_unreachable.remove(result.account);
    if (m_interval.count() == 0)
        return;
    const auto retryAfter = result.problem ? result.problem->retryAfter : std::nullopt;
    auto delay = pollDelay(m_interval, failures, retryAfter, QRandomGenerator::global()->generateDouble());
    if (isKeychainWorthAsking(result.problem))
        delay = keychainDelay(++m_keychainTries[result.account]);
    else
        m_keychainTries.remove(result.account);
    m_due.insert(result.account, m_clock.now().addSecs(delay.count()));
    armTimer();
}

void NetworkSyncService::armTimer()
{
    if (const auto next = nextPollAt())
        m_timer.start(std::chrono::milliseconds(std::max<qint64>(0, m_clock.now().msecsTo(*next))));
}

void NetworkSyncService::startSchedule(std::chrono::seconds interval)
{
    m_interval = std::max(interval, ShortestPollInterval);
    pollDue();
}

void NetworkSyncService::stopSchedule()
{
    m_interval = std::chrono::seconds(0);
    m_timer.stop();
    m_due.clear();
}

void NetworkSyncService::pollUnreachable()
{
    if (m_interval.count() == 0)
        return;
    for (const auto account : std::as_const(m_unreachable))
        m_due.insert(account, m_clock.now());
    pollDue();
}

//! Every account that is due, and every one that has no plan yet because it was just added.
void NetworkSyncService::pollDue()
{
    QCoro::connect(
        [](Storage &storage) -> Async<QList<Account>> {
            auto reading = storage.read([](Database &database) { return AccountRepository(database).all(); });
            const auto accounts = co_await reading;
            co_return accounts;
        }(m_storage),
        this,
        [this](const Result<QList<Account>> &accounts) {
            if (!accounts)
                return;
            const auto now = m_clock.now();
            QHash<AccountId, QDateTime> kept;
            for (const auto &account : *accounts) {
                const auto due = m_due.value(account.id);
                if (!due.isValid() || due <= now)
                    (void)start(account);
                else
                    kept.insert(account.id, due);
            }
            m_due = kept; // an account that was removed has no plan any more
            m_unreachable.removeIf([&accounts](AccountId id) {
                return std::ranges::find(*accounts, id, &Account::id) == accounts->cend();
            });
            armTimer();
        });
}

} // namespace tollkeeper
