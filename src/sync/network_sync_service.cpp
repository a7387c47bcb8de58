// SPDX-License-Identifier: GPL-3.0-or-later
#include "sync/network_sync_service.h"

#include "base/log.h"
#include "gateways/registry.h"
#include "storage/account_repository.h"
#include "storage/history_repository.h"
#include "storage/listing_repository.h"
#include "storage/poll_repository.h"
#include "storage/request_repository.h"
#include "sync/poll_schedule.h"
#include "sync/secret_notes.h"

#include <QCoroFuture>
#include <QRandomGenerator>

#include <vector>

using namespace Qt::Literals::StringLiterals;

namespace tollkeeper {
namespace {

//! A poll asks for the day before; what was completed earlier only a history tells.
bool isGap(const Account &account, const PollContext &context)
{
    const auto connector = connectorFor(account.gateway);
    return connector && connector->capabilities().tellsHistory && context.lastFetched
        && context.lastFetched->toUTC().date().daysTo(context.now.toUTC().date()) > 1;
}

//! Not of the network, not of the keychain: logging in again is what helps.
bool isLoginProblem(const Error &error)
{
    return error.kind == Error::Kind::LoginNeeded || error.kind == Error::Kind::LoginRefused;
}

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

//! The secret was there. Accounts of older versions do not know its fingerprint yet.
Outcome noteOwnSecret(Database &database, AccountId account, const QString &fingerprint, const QDateTime &at)
{
    AccountRepository accounts(database);
    const auto known = accounts.keyFingerprint(account);
    if (!known)
        return fail(known.error());
    if (known->isEmpty()) {
        if (auto set = accounts.setKeyFingerprint(account, fingerprint); !set)
            return set;
    }
    return noteFoundOwnSecret(database, account, at);
}

} // namespace

NetworkSyncService::NetworkSyncService(HttpClient &http, SecretStore &secrets, Storage &storage,
    const Clock &clock, RepeatPolicy policy, QObject *parent)
    : SyncService(parent)
    , m_http(http)
    , m_secrets(secrets)
    , m_storage(storage)
    , m_clock(clock)
    , m_poll(http, clock, policy)
    , m_panels(http, secrets, clock)
{
    m_timer.setSingleShot(true);
    connect(&m_timer, &QTimer::timeout, this, &NetworkSyncService::pollDue);
}

Async<QList<PollResult>> NetworkSyncService::poll(AccountId only)
{
    auto reading = m_storage.read([](Database &database) { return AccountRepository(database).all(); });
    const auto accounts = co_await reading;
    if (!accounts)
        co_return fail(accounts.error());

    std::vector<QFuture<PollResult>> running;
    for (const auto &account : *accounts) {
        if (!only.isValid() || account.id == only)
            running.push_back(start(account));
    }
    if (only.isValid() && running.empty())
        co_return fail(Error::Kind::NotFound, u"account"_s);
    QList<PollResult> results;
    for (auto &poll : running) {
        const auto result = co_await poll;
        results.append(result);
    }
    co_return results;
}

//! Starts an account's poll, or joins the one that runs.
QFuture<PollResult> NetworkSyncService::start(const Account &account)
{
    if (const auto running = m_running.constFind(account.id); running != m_running.constEnd())
        return *running;
    auto promise = std::make_shared<QPromise<PollResult>>();
    promise->start();
    const auto future = promise->future();
    m_running.insert(account.id, future);
    Q_EMIT pollingChanged();
    QCoro::connect(pollAccount(account), this, [this, promise, id = account.id](const PollResult &result) {
        m_running.remove(id);
        m_lastPolledAt = m_clock.now();
        Q_EMIT usageChanged(id);
        Q_EMIT pollingChanged();
        promise->addResult(result);
        promise->finish();
    });
    return future;
}

QCoro::Task<PollResult> NetworkSyncService::pollAccount(Account account)
{
    auto waiting = m_turns.of(account.id)->take();
    (void)co_await waiting;
    const Turn turn(m_turns.of(account.id));
    auto preparing = contextFor(account.id);
    const auto context = co_await preparing;
    const auto connector = connectorFor(account.gateway);
    auto readingKey = m_secrets.read(account.secretName);
    auto key = co_await readingKey;

    std::optional<Error> problem;
    if (!context)
        problem = context.error();
    else if (!connector)
        problem = Error{.kind = Error::Kind::NotFound, .detail = u"gateway “%1”"_s.arg(account.gateway)};
    else if (!key)
        problem = key.error();
    if (problem) {
        auto givingUp = giveUp(account, m_clock.now(), *problem, 0);
        const auto result = co_await givingUp;
        co_return result;
    }

    auto sharedKey = std::make_shared<const Secret>(*std::move(key));
    auto told = *context;
    told.keyFingerprint = sharedKey->fingerprint();
    told.keyMasked = sharedKey->masked();
    auto asking = ask(account, connector, sharedKey, told);
    auto heard = co_await asking;
    auto finishing = finish(account, told, std::move(heard.answer));
    auto result = co_await finishing;
    result.panelProblem = heard.panelProblem;
    co_return result;
}

QCoro::Task<NetworkSyncService::Heard> NetworkSyncService::ask(Account account,
    std::shared_ptr<const Connector> connector, std::shared_ptr<const Secret> key, PollContext context)
{
    const auto panel = m_panels.of(account, connector);
    Heard heard{{fail(Error::Kind::Cancelled), 0}, {}};
    if (account.panel() == PanelState::LoginNeeded)
        heard.panelProblem = Error{.kind = Error::Kind::LoginNeeded};
    if (panel) {
        auto opening
            = panel->token(); // before anything is asked: a session that is over must not cost a poll
        const auto token = co_await opening;
        if (!token)
            heard.panelProblem = token.error();
    }
    context.hasPanelLogin = panel && !heard.panelProblem;
    auto polling = m_poll.run(connector, account.baseUrl, key, context, panel);
    heard.answer = co_await polling;
    if (context.hasPanelLogin && !heard.answer.facts && isLoginProblem(heard.answer.facts.error())) {
        heard.panelProblem = heard.answer.facts.error();
        context.hasPanelLogin = false;
        auto pollingAlone = m_poll.run(connector, account.baseUrl, key, context, {});
        auto alone = co_await pollingAlone;
        alone.requests += heard.answer.requests;
        heard.answer = std::move(alone);
    }
    if (panel && heard.panelProblem && isLoginProblem(*heard.panelProblem)) {
        auto ending = endLogin(account);
        (void)co_await ending;
    }
    co_return heard;
}

//! The session is over and asked for no more; who was logged in stays known. Its token is of no use to
//! anybody.
QCoro::Task<Done> NetworkSyncService::endLogin(Account account)
{
    qCInfo(logSync) << "the panel login of account" << account.id.value() << "is over";
    auto marking = m_storage.write([id = account.id, secret = account.panelSecretName](Database &database) {
        return AccountRepository(database).endPanel(id, secret);
    });
    if (const auto ended = co_await marking; !ended || !*ended)
        co_return Done{};
    m_panels.forget(account.panelSecretName);
    auto removing = m_secrets.remove(account.panelSecretName);
    (void)co_await removing;
    co_return Done{};
}

//! What the connector may want to know, as of now.
Async<PollContext> NetworkSyncService::contextFor(AccountId account)
{
    auto reading = m_storage.read([account, now = m_clock.now()](Database &database) -> Result<PollContext> {
        const auto health = AccountRepository(database).health(account);
        const auto catalogue = ListingRepository(database).fetchedAt(account);
        const auto models = ListingRepository(database).modelsByOtherName(account);
        const auto zone = AccountRepository(database).zone();
        const auto wholeUntil = RequestRepository(database).wholeUntil(account);
        for (const auto *problem : {health ? nullptr : &health.error(),
                 catalogue ? nullptr : &catalogue.error(), models ? nullptr : &models.error(),
                 zone ? nullptr : &zone.error(), wholeUntil ? nullptr : &wholeUntil.error()}) {
            if (problem)
                return fail(*problem);
        }
        return PollContext{.now = now,
            .lastFetched = health->fetchedAt,
            .catalogueFetched = *catalogue,
            .rowsWholeUntil = *wholeUntil,
            .modelsByOtherName = *models,
            .timeZone = QString::fromLatin1(zone->id())};
    });
    const auto context = co_await reading;
    co_return context;
}

QCoro::Task<PollResult> NetworkSyncService::finish(Account account, PollContext context, PollAnswer answer)
{
    const int requests = answer.requests;
    if (!answer.facts && answer.facts.error().kind == Error::Kind::Cancelled) {
        auto result = interrupted(account, requests);
        co_return result;
    }
    if (!answer.facts) {
        auto givingUp = giveUp(account, context.now, answer.facts.error(), requests);
        const auto result = co_await givingUp;
        co_return result;
    }
    const bool hasGap = isGap(account, context);
    auto storing = m_storage.write(
        [id = account.id, facts = *std::move(answer.facts), at = context.now,
            fingerprint = context.keyFingerprint, hasGap](Database &database) -> Result<int> {
            // First, so that a gap is never forgotten: wanting a history once more than needed does no harm.
            if (hasGap) {
                if (auto wanted = HistoryRepository(database).begin(id, at); !wanted)
                    return fail(wanted.error());
            }
            if (auto noted = noteOwnSecret(database, id, fingerprint, at); !noted)
                return fail(noted.error());
            return PollRepository(database).store(id, facts, at);
        });
    const auto stored = co_await storing;
    if (stored && hasGap)
        Q_EMIT gapFound(account.id);
    if (!stored) {
        auto givingUp = giveUp(account, context.now, stored.error(), requests);
        const auto result = co_await givingUp;
        co_return result;
    }
    PollResult result;
    result.account = account.id;
    result.accountName = account.name;
    result.gateway = account.gateway;
    result.state = AccountState::Ok;
    result.fetchedAt = context.now;
    result.requests = requests;
    result.newRows = *stored;
    planNext(result, 0);
    co_return result;
}

//! A poll that does not count: no figure changes, the account says why.
QCoro::Task<PollResult> NetworkSyncService::giveUp(Account account, QDateTime at, Error problem, int requests)
{
    qCInfo(logSync) << "poll of account" << account.id.value() << "failed:" << toText(problem.kind);
    auto marking
        = m_storage.write([id = account.id, at, problem](Database &database) -> Result<AccountHealth> {
              AccountRepository accounts(database);
              if (auto marked = accounts.markFailed(id, at, problem); !marked)
                  return fail(marked.error());
              if (problem.kind == Error::Kind::SecretMissing) {
                  if (auto noted = noteMissingOwnSecret(database, id, at); !noted)
                      return fail(noted.error());
              }
              return accounts.health(id);
          });
    const auto health = co_await marking;
    PollResult result;
    result.account = account.id;
    result.accountName = account.name;
    result.gateway = account.gateway;
    result.state = stateAfter(problem);
    result.problem = problem;
    result.requests = requests;
    if (health)
        result.fetchedAt = health->fetchedAt;
    planNext(result, health ? health->failures : 1);
    co_return result;
}

//! Its connection was taken away, which says nothing of the gateway: nothing is noted, it is asked anew.
PollResult NetworkSyncService::interrupted(const Account &account, int requests)
{
    PollResult result;
    result.account = account.id;
    result.accountName = account.name;
    result.gateway = account.gateway;
    result.state = AccountState::Unreachable;
    result.problem = Error{.kind = Error::Kind::Cancelled};
    result.requests = requests;
    planNext(result, 0);
    return result;
}

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
