// SPDX-License-Identifier: GPL-3.0-or-later
#include "sync/network_history_service.h"

#include "base/log.h"
#include "gateways/registry.h"
#include "storage/account_repository.h"
#include "storage/history_repository.h"
#include "sync/poll_schedule.h"

#include <QCoroFuture>
#include <QRandomGenerator>

#include <algorithm>

namespace tollkeeper {
namespace {

bool tellsHistory(const Account &account)
{
    const auto connector = connectorFor(account.gateway);
    return connector && connector->capabilities().tellsHistory;
}

//! Accounts whose history is wanted; one that was never read is wanted from now on.
Result<QList<AccountId>> wanted(Database &database, const QDateTime &now)
{
    const auto accounts = AccountRepository(database).all();
    if (!accounts)
        return fail(accounts.error());
    HistoryRepository histories(database);
    QList<AccountId> found;
    for (const auto &account : *accounts) {
        if (!tellsHistory(account))
            continue;
        const auto history = histories.of(account.id);
        if (!history)
            return fail(history.error());
        if (!*history) {
            if (auto begun = histories.begin(account.id, now); !begun)
                return fail(begun.error());
        }
        if (!*history || (*history)->state == HistoryState::Running)
            found.append(account.id);
    }
    return found;
}

} // namespace

NetworkHistoryService::NetworkHistoryService(HttpClient &http, SecretStore &secrets, Storage &storage,
    const Clock &clock, AccountTurns &turns, PanelSessions &panels, RepeatPolicy policy, QObject *parent)
    : HistoryService(parent)
    , m_secrets(secrets)
    , m_storage(storage)
    , m_clock(clock)
    , m_turns(turns)
    , m_panels(panels)
    , m_poll(http, clock, policy)
{
    m_timer.setSingleShot(true);
    connect(&m_timer, &QTimer::timeout, this, &NetworkHistoryService::start);
}

Async<QList<AccountHistory>> NetworkHistoryService::all()
{
    auto reading = m_storage.read([](Database &database) { return HistoryRepository(database).all(); });
    auto histories = co_await reading;
    co_return histories;
}

Async<Done> NetworkHistoryService::pause(AccountId account)
{
    auto writing = m_storage.write([account](Database &database) {
        return HistoryRepository(database).setState(account, HistoryState::Paused);
    });
    const auto paused = co_await writing;
    if (paused && !m_reading.contains(account))
        Q_EMIT stopped(account);
    co_return paused;
}

Async<Done> NetworkHistoryService::resume(AccountId account)
{
    auto writing = m_storage.write([account](Database &database) -> Outcome {
        HistoryRepository histories(database);
        const auto history = histories.of(account);
        if (!history)
            return fail(history.error());
        const bool isPaused = *history && (*history)->state == HistoryState::Paused;
        return isPaused ? histories.setState(account, HistoryState::Running) : Outcome(Done{});
    });
    const auto resumed = co_await writing;
    if (resumed) {
        m_retries.remove(account);
        start();
    }
    co_return resumed;
}

void NetworkHistoryService::start()
{
    m_isStopped = false;
    QCoro::connect(due(), this, [this](const Result<QList<AccountId>> &accounts) {
        if (!accounts || m_isStopped)
            return;
        for (const auto account : *accounts)
            readInBackground(account);
        armTimer();
    });
}

void NetworkHistoryService::tryAgain()
{
    m_retries.clear();
    start();
}

void NetworkHistoryService::stop()
{
    m_isStopped = true;
    m_timer.stop();
}

Async<Done> NetworkHistoryService::runToEnd(QList<AccountId> only)
{
    m_isStopped = false;
    auto asking = due();
    const auto accounts = co_await asking;
    if (!accounts)
        co_return fail(accounts.error());
    Outcome outcome = Done{};
    for (const auto account : *accounts) {
        if (!only.isEmpty() && !only.contains(account))
            continue;
        m_reading.insert(account);
        auto reading = read(account);
        const auto end = co_await reading;
        m_reading.remove(account);
        if (!end && outcome)
            outcome = fail(end.error());
        Q_EMIT stopped(account);
    }
    co_return outcome;
}

std::optional<QDateTime> NetworkHistoryService::nextTryAt() const
{
    std::optional<QDateTime> next;
    for (auto retry = m_retries.cbegin(); retry != m_retries.cend(); ++retry) {
        if (!m_reading.contains(retry.key())) // it is tried already
            next = next ? std::min(*next, retry->at) : retry->at;
    }
    return next;
}

//! Those that nobody is reading and that do not wait after a failure.
Async<QList<AccountId>> NetworkHistoryService::due()
{
    const auto now = m_clock.now();
    auto asking = m_storage.write([now](Database &database) { return wanted(database, now); });
    auto accounts = co_await asking;
    if (!accounts)
        co_return fail(accounts.error());
    accounts->removeIf([this, now](AccountId account) {
        const auto retry = m_retries.constFind(account);
        return m_reading.contains(account) || (retry != m_retries.constEnd() && retry->at > now);
    });
    co_return accounts;
}

void NetworkHistoryService::readInBackground(AccountId account)
{
    if (m_reading.contains(account))
        return;
    m_reading.insert(account);
    QCoro::connect(read(account), this, [this, account](const Outcome &end) {
        m_reading.remove(account);
        if (!end)
            planRetry(account, end.error());
        Q_EMIT stopped(account);
    });
}

void NetworkHistoryService::planRetry(AccountId account, const Error &problem)
{
    qCInfo(logSync) << "history of account" << account.value() << "waits:" << toText(problem.kind);
    if (problem.kind == Error::Kind::NotFound) { // removed meanwhile
        m_retries.remove(account);
        return;
    }
    auto &retry = m_retries[account];
    if (problem.kind == Error::Kind::Cancelled) { // the connection was renewed under it
        retry.at = m_clock.now();
        armTimer();
        return;
    }
    const auto delay = pollDelay(DefaultPollInterval, ++retry.failures, problem.retryAfter,
        QRandomGenerator::global()->generateDouble());
    retry.at = m_clock.now().addSecs(delay.count());
    armTimer();
}

void NetworkHistoryService::armTimer()
{
    const auto next = nextTryAt();
    if (next && !m_isStopped)
        m_timer.start(std::chrono::milliseconds(std::max<qint64>(0, m_clock.now().msecsTo(*next))));
}

} // namespace tollkeeper
