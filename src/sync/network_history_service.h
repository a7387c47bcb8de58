// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/clock.h"
#include "domain/account.h"
#include "gateways/connector.h"
#include "secrets/secret_store.h"
#include "storage/storage.h"
#include "sync/account_turns.h"
#include "sync/gateway_line.h"
#include "sync/gateway_poll.h"
#include "sync/history_service.h"

#include <QHash>
#include <QSet>
#include <QTimer>

namespace tollkeeper {

//! Histories of real gateways. It takes the account's turn for each page, so that polls come in between.
class NetworkHistoryService final : public HistoryService {
    Q_OBJECT

public:
    NetworkHistoryService(HttpClient &http, SecretStore &secrets, Storage &storage, const Clock &clock,
        AccountTurns &turns, PanelSessions &panels, RepeatPolicy policy = {}, QObject *parent = nullptr);

    [[nodiscard]] Async<QList<AccountHistory>> all() override;
    [[nodiscard]] Async<Done> pause(AccountId account) override;
    [[nodiscard]] Async<Done> resume(AccountId account) override;

    //! Reads on whatever is due: what an earlier run left, accounts whose history was never read, gaps. Call
    //! it again when accounts or gaps come; what fails is tried again by itself.
    void start();
    //! The same, at once also for what waits after a failure.
    void tryAgain();
    //! Stops after the pages on their way.
    void stop();
    //! Whether a page is on its way. A service must not end before it is: an answer would find nobody.
    [[nodiscard]] bool isReading() const { return !m_reading.isEmpty(); }
    //! Reads everything that is due to its end, of these accounts or of all; for the command line. Answers
    //! with the first failure.
    [[nodiscard]] Async<Done> runToEnd(QList<AccountId> only = {});
    //! UTC; when a failed one is tried again.
    [[nodiscard]] std::optional<QDateTime> nextTryAt() const;

private:
    struct Retry {
        int failures = 0;
        QDateTime at; //!< UTC
    };

    [[nodiscard]] Async<QList<AccountId>> due();
    void readInBackground(AccountId account);
    [[nodiscard]] Async<Done> read(AccountId account);
    [[nodiscard]] Async<AccountHistory> step(GatewayLine line);
    [[nodiscard]] Async<AccountHistory> beginAnew(AccountId account);
    [[nodiscard]] Async<AccountHistory> store(AccountHistory history, PollPage page);
    void planRetry(AccountId account, const Error &problem);
    void armTimer();

    SecretStore &m_secrets;
    Storage &m_storage;
    const Clock &m_clock;
    AccountTurns &m_turns;
    PanelSessions &m_panels;
    GatewayPoll m_poll;
    QSet<AccountId> m_reading;
    QHash<AccountId, Retry> m_retries;
    bool m_isStopped = false;
    QTimer m_timer;
};

} // namespace tollkeeper
