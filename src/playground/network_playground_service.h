// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/clock.h"
#include "domain/account.h"
#include "domain/model_price.h"
#include "gateways/registry.h"
#include "gateways/send_places.h"
#include "playground/playground_service.h"
#include "secrets/secret_store.h"

namespace tollkeeper {

class Storage;

//! Whom it needs. All of them outlive it.
struct PlaygroundPartners {
    StreamingClient &http;
    SecretStore &secrets;
    Storage &storage;
    const Clock &clock;
};

class NetworkPlaygroundService final : public PlaygroundService {
    Q_OBJECT

public:
    explicit NetworkPlaygroundService(PlaygroundPartners partners, QObject *parent = nullptr);

    //! While it is locked nothing is sent: Error::Kind::AppLocked, also for a run that still waits for its
    //! key. What is under way goes on.
    void setLocked(bool isLocked) { m_isLocked = isLocked; }

    [[nodiscard]] Async<PlaygroundRun> send(SendOrder order, std::stop_token stop, qint64 run) override;

Q_SIGNALS:
    void recorded(); //!< rows of a run are in the ledger now, and bills that they lack are wanted

private:
    //! Whom to ask, and how.
    struct Line {
        Account account;
        Dialect dialect;
        SendPlaces places;
        std::shared_ptr<const Secret> key;
        QString remoteKeyId; //!< empty: not known
        QList<ModelListing> prices; //!< of its models; only with a ceiling
    };
    //! One POST before it goes out.
    struct Posting {
        SentRequest sent;
        HttpRequest request;
        ApiProtocol protocol = ApiProtocol::OpenAiChat;
        Dialect dialect;
        std::optional<std::chrono::milliseconds> silence;
        qint64 run = 0;
        std::stop_token stop;
    };

    [[nodiscard]] Async<Line> open(AccountId account, std::optional<KeyId> key);
    [[nodiscard]] Async<Line> openUnlessStopped(
        AccountId account, std::optional<KeyId> key, std::stop_token stop);
    [[nodiscard]] QCoro::Task<QList<ModelListing>> pricesFor(SendOrder order);
    [[nodiscard]] Result<Posting> prepared(
        const SendOrder &order, const Line &line, const QString &model) const;
    [[nodiscard]] QCoro::Task<SentRequest> post(Posting posting);
    [[nodiscard]] QCoro::Task<PlaygroundRun> sentAll(
        SendOrder order, Line line, Posting first, std::stop_token stop, qint64 run);
    [[nodiscard]] QCoro::Task<std::optional<Currency>> currencyOfFailures(PlaygroundRun done, Line line);
    [[nodiscard]] QCoro::Task<PlaygroundRun> kept(PlaygroundRun done, Line line);

    PlaygroundPartners m_with;
    bool m_isLocked = false;
};

} // namespace tollkeeper
