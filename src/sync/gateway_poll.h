// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/clock.h"
#include "domain/poll_facts.h"
#include "gateways/connector.h"
#include "net/http_client.h"
#include "sync/panel_session.h"

#include <QCoroTask>

#include <chrono>
#include <memory>

namespace tollkeeper {

//! How a failed GET is repeated within one poll: at most twice, Retry-After first (trust.md 3).
struct RepeatPolicy {
    int repeats = 2;
    std::chrono::milliseconds first = std::chrono::milliseconds(500);
    std::chrono::milliseconds longest = std::chrono::seconds(8);
};

//! What one conversation with a gateway came to. Requests are counted even when it failed.
struct PollAnswer {
    Result<PollFacts> facts;
    int requests = 0;
};

//! What one step of a conversation came to.
struct PageAnswer {
    Result<PollPage> page;
    int requests = 0;
};

//! Asks a gateway, one request in flight per conversation. UI thread; must outlive its conversations.
class GatewayPoll {
public:
    GatewayPoll(HttpClient &http, const Clock &clock, RepeatPolicy policy = {})
        : m_http(http), m_clock(clock), m_policy(policy)
    {
    }

    //! Runs one poll or test: the loop over a connector's cursor. Everything is gathered in memory; a failure
    //! anywhere gives no facts at all (ledger rule 9).
    //! `panel`: for requests that want the session of a panel login; without one they fail with LoginNeeded.
    [[nodiscard]] QCoro::Task<PollAnswer> run(std::shared_ptr<const Connector> connector, QUrl baseUrl,
        std::shared_ptr<const Secret> key, PollContext context, std::shared_ptr<PanelSession> panel = {});
    //! One step: the page behind a cursor.
    [[nodiscard]] QCoro::Task<PageAnswer> page(std::shared_ptr<const Connector> connector, QUrl baseUrl,
        std::shared_ptr<const Secret> key, QByteArray cursor, std::shared_ptr<PanelSession> panel = {});

    struct Exchange {
        Result<HttpResponse> response; //!< 2xx; anything else is explained as an Error
        int requests = 0;
    };
    //! One request with the credential it wants. One that changes something goes out once, whatever comes
    //! back.
    [[nodiscard]] QCoro::Task<Exchange> exchange(std::shared_ptr<const Connector> connector,
        HttpRequest request, std::shared_ptr<const Secret> key, std::shared_ptr<PanelSession> panel);
    //! One request that carries its key already; a GET that fails is repeated where that is worth it.
    [[nodiscard]] QCoro::Task<Exchange> ask(std::shared_ptr<const Connector> connector, HttpRequest request);

private:
    [[nodiscard]] QCoro::Task<Exchange> askWithSession(
        std::shared_ptr<const Connector> connector, HttpRequest request, std::shared_ptr<PanelSession> panel);
    [[nodiscard]] std::chrono::milliseconds waitBefore(int repeat, const Error &error) const;

    HttpClient &m_http;
    const Clock &m_clock;
    RepeatPolicy m_policy;
};

} // namespace tollkeeper
