// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "net/http_client.h"
#include "net/streaming_client.h"

#include <QObject>

#include <vector>

class QNetworkAccessManager;

namespace tollkeeper {

//! Both clients, over as many QNetworkAccessManagers as it takes for no request to wait for another one: Qt
//! opens six connections to a host and lets the seventh request wait unsent, while its deadline runs. UI
//! thread. Requests still under way when it is destroyed answer Cancelled; whoever awaits them must not touch
//! the client afterwards.
class NetworkHttpClient final : public HttpClient, public StreamingClient {
public:
    NetworkHttpClient();
    ~NetworkHttpClient() override;

    [[nodiscard]] Async<HttpResponse> send(HttpRequest request) override;
    [[nodiscard]] QCoro::Task<StreamedAnswer> stream(HttpRequest request, StreamOrder order) override;

    //! After resume or a change of network: the old connections are dead and would stay pooled, so what
    //! send() has under way is cancelled and the next request opens a new connection (trust.md 3). A stream
    //! goes on over its old connection until it ends by itself: it may still come, and is paid for.
    void renewConnections();

private:
    [[nodiscard]] QNetworkAccessManager &connectionsTo(const QUrl &url);

    QObject m_all; //!< owns every manager, also the old ones whose last streams are under way
    std::vector<QNetworkAccessManager *> m_inUse;
};

} // namespace tollkeeper
