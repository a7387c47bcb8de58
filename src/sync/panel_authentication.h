// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/clock.h"
#include "gateways/connector.h"
#include "gateways/panel_login.h"
#include "net/http_client.h"
#include "sync/gateway_service.h"

#include <memory>

namespace tollkeeper {

//! One request of a login or a renewal, sent once, and what it said. A refusal is explained like any other.
[[nodiscard]] Async<PanelAnswer> askPanel(
    HttpClient &http, const Clock &clock, std::shared_ptr<const Connector> connector, HttpRequest request);

//! Whether and how a person gets into a panel. UI thread; must outlive its conversations.
class PanelAuthentication {
public:
    PanelAuthentication(HttpClient &http, const Clock &clock) : m_http(http), m_clock(clock) { }

    //! Asks the panel's public settings. LoginNotOffered ("panel") where there is no panel we know.
    [[nodiscard]] Async<PanelOffer> offer(std::shared_ptr<const Connector> connector, QUrl baseUrl);
    //! The whole way in. LoginNotOffered, SecondFactorNeeded, LoginRefused, or why nobody answered.
    [[nodiscard]] Async<PanelTokens> logIn(
        std::shared_ptr<const Connector> connector, QUrl baseUrl, PanelCredentials credentials);

private:
    HttpClient &m_http;
    const Clock &m_clock;
};

} // namespace tollkeeper
