// SPDX-License-Identifier: GPL-3.0-or-later
#include "net/network_http_client.h"

#include "net/http_exchange.h"
#include "net/request_check.h"
#include "net/secret_address.h"
#include "net/secret_body.h"

#include <QCoroFuture>
#include <QNetworkAccessManager>

using namespace Qt::Literals::StringLiterals;

namespace tollkeeper {
namespace {

//! Knows nothing of the client, which may be gone when the answer comes.
Async<HttpResponse> answerOf(QFuture<Result<HttpResponse>> exchange)
{
    auto answer = co_await exchange;
    co_return answer;
}

Async<HttpResponse> refusedRequest(Error why)
{
    Result<HttpResponse> answer = fail(std::move(why));
    co_return answer;
}

} // namespace

NetworkHttpClient::NetworkHttpClient() : m_network(std::make_unique<QNetworkAccessManager>()) { }

NetworkHttpClient::~NetworkHttpClient()
{
    stopAll(u"the client went away"_s);
}

Async<HttpResponse> NetworkHttpClient::send(HttpRequest request)
{
    if (request.secretAddress.text) {
        const auto url = urlOf(request.secretAddress);
        if (!url)
            return refusedRequest(url.error());
        request.url = *url;
    }
    if (const auto checked = checkRequest(request); !checked)
        return refusedRequest(checked.error());
    auto body = bodyWithSecrets(request);
    if (!body)
        return refusedRequest(body.error());
    request.body = *std::move(body);
    auto *exchange = new HttpExchange(*m_network, request);
    return answerOf(exchange->future());
}

void NetworkHttpClient::renewConnections()
{
    stopAll(u"connections renewed"_s);
    m_network.release()->deleteLater();
    m_network = std::make_unique<QNetworkAccessManager>();
}

void NetworkHttpClient::stopAll(const QString &why)
{
    const auto exchanges = m_network->findChildren<HttpExchange *>(Qt::FindDirectChildrenOnly);
    for (auto *exchange : exchanges)
        exchange->stop(Error{.kind = Error::Kind::Cancelled, .detail = why});
}

} // namespace tollkeeper
