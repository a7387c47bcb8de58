// SPDX-License-Identifier: GPL-3.0-or-later
#include "net/network_http_client.h"

#include "net/http_exchange.h"
#include "net/request_check.h"
#include "net/secret_address.h"
#include "net/secret_body.h"

#include <QCoroFuture>
#include <QNetworkAccessManager>

#include <algorithm>

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

int portOf(const QUrl &url)
{
    return url.port(url.scheme() == "https"_L1 ? 443 : 80);
}

//! Qt shares connections among requests of which this is true.
bool isSamePlace(const QUrl &one, const QUrl &other)
{
    return one.scheme() == other.scheme() && one.host() == other.host() && portOf(one) == portOf(other);
}

QList<HttpExchange *> exchangesOf(const QNetworkAccessManager &manager)
{
    return manager.findChildren<HttpExchange *>(Qt::FindDirectChildrenOnly);
}

bool hasConnectionFor(const QNetworkAccessManager &manager, const QUrl &url)
{
    constexpr auto MostOfQt = 6; // to one host, in each manager
    const auto exchanges = exchangesOf(manager);
    const auto underWay
        = std::count_if(exchanges.cbegin(), exchanges.cend(), [&url](const HttpExchange *exchange) {
              return exchange->isUnderWay() && isSamePlace(exchange->url(), url);
          });
    return underWay < MostOfQt;
}

void leaveOnceIdle(QNetworkAccessManager *manager)
{
    if (exchangesOf(*manager).isEmpty())
        manager->deleteLater();
}

} // namespace

NetworkHttpClient::NetworkHttpClient() = default;

NetworkHttpClient::~NetworkHttpClient()
{
    for (auto *exchange : m_all.findChildren<HttpExchange *>())
        exchange->stop(Error{.kind = Error::Kind::Cancelled, .detail = u"the client went away"_s});
}

Async<HttpResponse> NetworkHttpClient::send(HttpRequest request)
{
    const auto ready = readyToSend(std::move(request));
    if (!ready)
        return refusedRequest(ready.error());
    auto *exchange = new HttpExchange(connectionsTo(ready->url), *ready);
    return answerOf(exchange->future());
}

QCoro::Task<StreamedAnswer> NetworkHttpClient::stream(HttpRequest request, StreamOrder order)
{
    // Over a connection that is open already the body would be gone before the exchange hears of it.
    if (order.stop.stop_requested())
        return refusedStream(Error{.kind = Error::Kind::Cancelled, .detail = u"stopped"_s});
    const auto ready = readyToSend(std::move(request));
    if (!ready)
        return refusedStream(ready.error());
    auto *exchange = new HttpExchange(connectionsTo(ready->url), *ready, std::move(order));
    return streamedAnswerOf(exchange->future());
}

//! The first with room: its connections are the likeliest to be open still.
QNetworkAccessManager &NetworkHttpClient::connectionsTo(const QUrl &url)
{
    const auto found = std::find_if(m_inUse.cbegin(), m_inUse.cend(),
        [&url](const QNetworkAccessManager *manager) { return hasConnectionFor(*manager, url); });
    if (found != m_inUse.cend())
        return **found;
    return *m_inUse.emplace_back(new QNetworkAccessManager(&m_all));
}

void NetworkHttpClient::renewConnections()
{
    for (auto *manager : std::exchange(m_inUse, {})) {
        for (auto *exchange : exchangesOf(*manager)) {
            QObject::connect(exchange, &QObject::destroyed, manager, [manager] { leaveOnceIdle(manager); });
            if (!exchange->isFollowed())
                exchange->stop(Error{.kind = Error::Kind::Cancelled, .detail = u"connections renewed"_s});
        }
        leaveOnceIdle(manager);
    }
}

} // namespace tollkeeper
