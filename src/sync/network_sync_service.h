// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/clock.h"
#include "secrets/secret_store.h"
#include "storage/storage.h"
#include "sync/account_turns.h"
#include "sync/gateway_poll.h"
#include "sync/sync_service.h"

#include <QFuture>
#include <QHash>
#include <QSet>
#include <QTimer>

namespace tollkeeper {

//! Polls real gateways: key from the store, figures over HTTP, whole answers into the ledger.
class NetworkSyncService final : public SyncService {
    Q_OBJECT

public:
    NetworkSyncService(HttpClient &http, SecretStore &secrets, Storage &storage, const Clock &clock,
        RepeatPolicy policy = {}, QObject *parent = nullptr);

    [[nodiscard]] Async<QList<PollResult>> poll(AccountId only = {}) override;
    [[nodiscard]] bool isPolling() const override { return !m_running.isEmpty(); }
    [[nodiscard]] std::optional<QDateTime> lastPolledAt() const override { return m_lastPolledAt; }
    [[nodiscard]] std::optional<QDateTime> nextPollAt() const override;

    //! Polls on a schedule from now on; the first time at once for what is due.
    void startSchedule(std::chrono::seconds interval = DefaultInterval);
    void stopSchedule();

    static constexpr std::chrono::seconds DefaultInterval = std::chrono::minutes(5);

    //! Polls what is due, and every account that did not answer last time.
    void pollUnreachable();
    [[nodiscard]] bool hasUnreachable() const { return !m_unreachable.isEmpty(); }

    //! For whoever else talks to the same accounts.
    [[nodiscard]] AccountTurns &turns() { return m_turns; }
    [[nodiscard]] PanelSessions &panels() { return m_panels; }

Q_SIGNALS:
    //! Nothing was heard of an account for more than a day: its history is wanted again, and storage knows.
    void gapFound(tollkeeper::AccountId account);

private:
    using Task = QCoro::Task<PollResult>;

    [[nodiscard]] QFuture<PollResult> start(const Account &account);
    [[nodiscard]] Task pollAccount(Account account);
    [[nodiscard]] Async<PollContext> contextFor(AccountId account);
    //! What both its credentials told, or the key alone where the login did not work.
    struct Heard {
        PollAnswer answer;
        std::optional<Error> panelProblem;
    };
    [[nodiscard]] QCoro::Task<Heard> ask(Account account, std::shared_ptr<const Connector> connector,
        std::shared_ptr<const Secret> key, PollContext context);
    [[nodiscard]] QCoro::Task<Done> endLogin(Account account);
    [[nodiscard]] Task finish(Account account, PollContext context, PollAnswer answer);
    [[nodiscard]] Task giveUp(Account account, QDateTime at, Error problem, int requests);
    [[nodiscard]] PollResult interrupted(const Account &account, int requests);
    void planNext(const PollResult &result, int failures);
    void pollDue();
    void armTimer();

    HttpClient &m_http;
    SecretStore &m_secrets;
    Storage &m_storage;
    const Clock &m_clock;
    GatewayPoll m_poll;
    AccountTurns m_turns;
    PanelSessions m_panels;
    QHash<AccountId, QFuture<PollResult>> m_running;
    QHash<AccountId, QDateTime> m_due; //!< UTC
    QHash<AccountId, int> m_keychainTries; //!< in a row that ended at the keychain, since the start
    QSet<AccountId> m_unreachable; //!< nobody answered their last poll, or it was interrupted
    std::optional<QDateTime> m_lastPolledAt;
    std::chrono::seconds m_interval{0}; //!< 0: no schedule
    QTimer m_timer;
};

} // namespace tollkeeper
