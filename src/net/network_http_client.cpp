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
Async<HttpResponse> answerOf(QFuture<Exchanged> exchange)
{
    auto exchanged = co_await exchange;
    co_return exchanged.response;
}

QCoro::Task<StreamedAnswer> streamedAnswerOf(QFuture<Exchanged> exchange)
{
    const auto exchanged = co_await exchange;
    StreamedAnswer answer = exchanged.told;
    if (!exchanged.response)
        answer.problem = exchanged.response.error();
    co_return answer;
}

QCoro::Task<StreamedAnswer> refusedStream(Error why)
{
    StreamedAnswer answer;
    answer.problem = std::move(why);
    co_return answer;
}

//! The request as it goes out, with its secrets; what must not be sent is refused.
Result<HttpRequest> readyToSend(HttpRequest request)
{
    if (request.secretAddress.text) {
        const auto url = urlOf(request.secretAddress);
        if (!url)
            return fail(url.error());
        request.url = *url;
    }
    if (const auto checked = checkRequest(request); !checked)
        return fail(checked.error());
    auto body = bodyWithSecrets(request);
    if (!body)
        return fail(body.error());
    request.body = *std::move(body);
    return request;
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
    const auto ready = readyToSend(std::move(request));
    if (!ready)
        return refusedRequest(ready.error());
    auto *exchange = new HttpExchange(*m_network, *ready);
    return answerOf(exchange->future());
}

QCoro::Task<StreamedAnswer> NetworkHttpClient::stream(HttpRequest request, StreamOrder order)
{
    const auto ready = readyToSend(std::move(request));
    if (!ready)
        return refusedStream(ready.error());
    auto *exchange = new HttpExchange(*m_network, *ready, std::move(order));
    return streamedAnswerOf(exchange->future());
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
