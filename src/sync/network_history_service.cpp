// SPDX-License-Identifier: GPL-3.0-or-later
#include "sync/network_history_service.h"

#include "base/log.h"
#include "gateways/registry.h"
#include "storage/account_repository.h"
#include "storage/history_repository.h"
#include "storage/poll_repository.h"
#include "sync/poll_schedule.h"

#include <QCoroFuture>
#include <QRandomGenerator>

#include <algorithm>

using namespace Qt::Literals::StringLiterals;

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

//! Where a history stands, and whose it is by now: a login at the panel may have come or gone.
struct Standing {
    Account account;
    AccountHistory history;
};

Result<Standing> standingOf(Database &database, AccountId id)
{
    const auto account = AccountRepository(database).byId(id);
    const auto history = HistoryRepository(database).of(id);
    if (!account || !history)
        return fail(account ? history.error() : account.error());
    if (!*history)
        return fail(Error::Kind::NotFound, u"account"_s);
    return Standing{*account, **history};
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

Async<Done> NetworkHistoryService::read(AccountId account)
{
    auto opening = open(account);
    const auto line = co_await opening;
    if (!line)
        co_return fail(line.error());
    while (!m_isStopped) {
        auto stepping = step(*line);
        const auto reached = co_await stepping;
        if (!reached)
            co_return fail(reached.error());
        m_retries.remove(account);
        if (reached->state != HistoryState::Running)
            break;
        Q_EMIT progressed(account, reached->done, reached->total);
    }
    co_return Done{};
}

Async<NetworkHistoryService::Line> NetworkHistoryService::open(AccountId account)
{
    auto reading
        = m_storage.read([account](Database &database) { return AccountRepository(database).byId(account); });
    const auto known = co_await reading;
    if (!known)
        co_return fail(known.error());
    const auto connector = connectorFor(known->gateway);
    if (!connector)
        co_return fail(Error::Kind::NotFound, u"gateway “%1”"_s.arg(known->gateway));
    auto readingKey = m_secrets.read(known->secretName);
    auto key = co_await readingKey;
    if (!key)
        co_return fail(key.error());
    Line line{*known, connector, std::make_shared<const Secret>(*std::move(key))};
    co_return line;
}

//! One page. Where the history stands is read anew each time: it may have been paused, or wanted again from
//! the start.
Async<AccountHistory> NetworkHistoryService::step(Line line)
{
    const auto id = line.account.id;
    auto waiting = m_turns.of(id)->take();
    (void)co_await waiting;
    const Turn turn(m_turns.of(id));
    auto reading = m_storage.read([id](Database &database) { return standingOf(database, id); });
    auto standing = co_await reading;
    if (!standing)
        co_return fail(standing.error());
    auto &history = standing->history;
    if (history.state != HistoryState::Running)
        co_return std::move(history);
    const auto panel = m_panels.of(standing->account, line.connector);
    const PollContext context{.purpose = PollPurpose::History,
        .now = m_clock.now(),
        .hasPanelLogin = panel != nullptr,
        .keyFingerprint = line.key->fingerprint(),
        .keyMasked = line.key->masked()};
    const auto cursor = history.cursor.isEmpty() ? line.connector->firstCursor(context) : history.cursor;
    auto asking = m_poll.page(line.connector, line.account.baseUrl, line.key, cursor, panel);
    auto answer = co_await asking;
    if (!answer.page && !panel && answer.page.error().kind == Error::Kind::LoginNeeded) {
        auto beginning = beginAnew(id); // it was begun with a login that is no more
        auto begun = co_await beginning;
        co_return begun;
    }
    if (!answer.page)
        co_return fail(answer.page.error());
    auto storing = store(history, *std::move(answer.page));
    const auto stored = co_await storing;
    co_return stored;
}

Async<AccountHistory> NetworkHistoryService::beginAnew(AccountId account)
{
    auto writing
        = m_storage.write([account, at = m_clock.now()](Database &database) -> Result<AccountHistory> {
              if (auto begun = HistoryRepository(database).begin(account, at); !begun)
                  return fail(begun.error());
              const auto standing = standingOf(database, account);
              if (!standing)
                  return fail(standing.error());
              return standing->history;
          });
    auto begun = co_await writing;
    co_return begun;
}

Async<AccountHistory> NetworkHistoryService::store(AccountHistory history, PollPage page)
{
    auto reached = history;
    reached.cursor = page.next.value_or(QByteArray());
    reached.state = page.next ? HistoryState::Running : HistoryState::Done;
    if (page.progress) {
        reached.done = page.progress->done;
        reached.total = page.progress->total;
    }
    reached.updatedAt = m_clock.now();
    auto storing = m_storage.write([facts = std::move(page.facts), began = history.startedAt, reached](
                                       Database &database) -> Result<AccountHistory> {
        return database.inTransaction([&]() -> Result<AccountHistory> {
            HistoryRepository histories(database);
            const auto now = histories.of(reached.account);
            if (!now)
                return fail(now.error());
            if (auto stored = PollRepository(database).storeFacts(reached.account, facts, reached.updatedAt);
                !stored)
                return fail(stored.error());
            // Begun anew meanwhile: the page counts, its way forward does not.
            if (*now && (*now)->startedAt != began)
                return **now;
            if (auto advanced = histories.advance(reached); !advanced)
                return fail(advanced.error());
            return reached;
        });
    });
    const auto stored = co_await storing;
    co_return stored;
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
