// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "net/http_client.h"
#include "net/streaming_client.h"

#include <memory>

class QNetworkAccessManager;

namespace tollkeeper {

//! Both clients on one QNetworkAccessManager. UI thread. Requests still under way when it is destroyed answer
//! Cancelled; whoever awaits them must not touch the client afterwards.
class NetworkHttpClient final : public HttpClient, public StreamingClient {
public:
    NetworkHttpClient();
    ~NetworkHttpClient() override;

    [[nodiscard]] Async<HttpResponse> send(HttpRequest request) override;
    [[nodiscard]] QCoro::Task<StreamedAnswer> stream(HttpRequest request, StreamOrder order) override;

    //! After resume or a change of network: the old connections are dead and would stay pooled, so requests
    //! under way are cancelled and the next one opens a new connection (trust.md 3).
    void renewConnections();

private:
    void stopAll(const QString &why);

    std::unique_ptr<QNetworkAccessManager> m_network;
};

} // namespace tollkeeper
