// SPDX-License-Identifier: GPL-3.0-or-later
#include "sync/network_sync_service.h"

#include "base/log.h"
#include "gateways/registry.h"
#include "storage/account_repository.h"
#include "storage/listing_repository.h"
#include "storage/request_repository.h"

#include <QCoroFuture>

#include <vector>

using namespace Qt::Literals::StringLiterals;

namespace tollkeeper {
namespace {

//! Not of the network, not of the keychain: logging in again is what helps.
bool isLoginProblem(const Error &error)
{
    return error.kind == Error::Kind::LoginNeeded || error.kind == Error::Kind::LoginRefused;
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

} // namespace tollkeeper
