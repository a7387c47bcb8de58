// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/async.h"
#include "base/clock.h"
#include "domain/account.h"
#include "gateways/connector.h"
#include "secrets/secret_store.h"
#include "storage/look_up_repository.h"
#include "storage/storage.h"
#include "sync/account_turns.h"
#include "sync/gateway_poll.h"

#include <QHash>
#include <QObject>
#include <QTimer>

#include <optional>

namespace tollkeeper {

//! Looks up the bills of requests whose id is known: asks until the gateway has them, for a day at most, and
//! across restarts. One id at a time, in the account's turn. UI thread; lives as long as the application.
class GenerationLookUpService final : public QObject {
    Q_OBJECT

public:
    GenerationLookUpService(HttpClient &http, SecretStore &secrets, Storage &storage, const Clock &clock,
        AccountTurns &turns, RepeatPolicy policy = {}, QObject *parent = nullptr);

    //! Wants these bills from now on. An id that was given up begins anew.
    [[nodiscard]] Async<Done> add(AccountId account, QStringList requestIds);
    //! Asks what is due, and again whenever something is.
    void start();
    void stop();
    //! Asks everything that is due now, or that of one account: nobody's bill waits for another gateway then.
    //! Does nothing where any asking is under way already.
    [[nodiscard]] Async<Done> askDue(std::optional<AccountId> only = {});

Q_SIGNALS:
    void found(tollkeeper::AccountId account, const QString &requestId); //!< its row is stored
    //! The gateway does not have it, or refuses to tell.
    void gaveUp(tollkeeper::AccountId account, const QString &requestId);

private:
    [[nodiscard]] Async<QList<LookUp>> due(std::optional<AccountId> only);
    [[nodiscard]] Async<Done> ask(LookUp lookUp);
    [[nodiscard]] Async<Done> settle(LookUp lookUp, Result<RequestFacts> bill, QString origin);
    [[nodiscard]] Async<Done> keep(LookUp lookUp, RequestFacts bill, QString origin);
    //! `soFar`: what the gateway tells already of a bill that is not settled.
    [[nodiscard]] Async<Done> missed(LookUp lookUp, std::optional<RequestFacts> soFar, QString origin);
    [[nodiscard]] Async<Done> giveUp(LookUp lookUp);
    [[nodiscard]] Async<Done> leaveInPeace(AccountId account, Error problem);
    void armTimer();

    SecretStore &m_secrets;
    Storage &m_storage;
    const Clock &m_clock;
    AccountTurns &m_turns;
    GatewayPoll m_poll;
    QHash<AccountId, int> m_failures; //!< in a row
    bool m_isAsking = false;
    bool m_isScheduled = false;
    bool m_isAborted = false;
    QTimer m_timer;
};

} // namespace tollkeeper
