// SPDX-License-Identifier: GPL-3.0-or-later
#include "sync/gateway_poll.h"

#include "base/log.h"
#include "decoder/refusal.h"

#include <QCoroTimer>
#include <QRandomGenerator>

#include <algorithm>

using namespace Qt::Literals::StringLiterals;

namespace tollkeeper {
namespace {

constexpr int MostRequests = 400; // a gateway whose pages never end
constexpr std::chrono::seconds LongestWait(30); // what asks for more is left to the schedule

bool isWorthRepeating(const Error &error)
{
    switch (error.kind) {
    case Error::Kind::Network:
    case Error::Kind::Timeout:
        return true;
    case Error::Kind::Rejected:
        break;
    default:
        return false;
    }
    if (error.retryAfter && *error.retryAfter > LongestWait)
        return false;
    switch (error.category) {
    case Category::RateLimit:
    case Category::Provider:
    case Category::Gateway:
    case Category::Timeout:
        return true;
    default:
        return false;
    }
}

bool isSuccess(const HttpResponse &response)
{
    return response.status >= 200 && response.status < 300;
}

//! What an answer says; a refusal too, where the connector can go on after it.
Result<PollPage> pageOf(
    const Connector &connector, const QByteArray &cursor, const Result<HttpResponse> &response)
{
    if (response)
        return connector.read(cursor, *response);
    const auto &error = response.error();
    const bool isRefusal = error.httpStatus.value_or(0) >= 400
        && (error.kind == Error::Kind::Rejected || error.kind == Error::Kind::NotAnApi);
    auto page = isRefusal ? connector.afterRefusal(cursor, error) : std::nullopt;
    if (!page)
        return fail(error);
    return *std::move(page);
}

HttpRequest repeatable(const HttpRequest &request)
{
    return request; // a named copy: send() takes its argument by value
}

} // namespace

std::chrono::milliseconds GatewayPoll::waitBefore(int repeat, const Error &error) const
{
    if (error.retryAfter)
        return *error.retryAfter;
    const auto step = std::min(m_policy.first * (1 << repeat), m_policy.longest);
    const auto jitter = QRandomGenerator::global()->bounded(0.25);
    return step + std::chrono::milliseconds(static_cast<qint64>(static_cast<double>(step.count()) * jitter));
}

QCoro::Task<GatewayPoll::Exchange> GatewayPoll::ask(
    std::shared_ptr<const Connector> connector, HttpRequest request)
{
    const auto catalogue = connector->errorCatalogue();
    Exchange exchange{fail(Error::Kind::Cancelled), 0};
    for (int repeat = 0;; ++repeat) {
        auto copy = repeatable(request);
        auto asking = m_http.send(std::move(copy));
        auto response = co_await asking;
        ++exchange.requests;
        if (response && isSuccess(*response)) {
            exchange.response = std::move(response);
            co_return exchange;
        }
        auto error = response ? explainRefusal(*response, catalogue, m_clock.now()) : response.error();
        if (request.credential)
            error.detail = request.credential->maskedIn(error.detail);
        const bool isLast = repeat >= m_policy.repeats || request.method != "GET" || !isWorthRepeating(error);
        const auto wait = waitBefore(repeat, error);
        if (isLast) {
            exchange.response = fail(std::move(error));
            co_return exchange;
        }
        auto waiting = QCoro::sleepFor(wait);
        co_await waiting;
    }
}

//! A token that is not accepted is renewed once; one that is fresh and not accepted ends the session.
QCoro::Task<GatewayPoll::Exchange> GatewayPoll::askWithSession(
    std::shared_ptr<const Connector> connector, HttpRequest request, std::shared_ptr<PanelSession> panel)
{
    Exchange exchange{fail(Error::Kind::LoginNeeded), 0};
    for (int tries = 0; panel && tries < 2; ++tries) {
        auto opening = panel->token();
        const auto token = co_await opening;
        if (!token) {
            exchange.response = fail(token.error());
            co_return exchange;
        }
        auto copy = repeatable(request);
        copy.credential = *token;
        auto asking = ask(connector, std::move(copy));
        auto asked = co_await asking;
        exchange.requests += asked.requests;
        exchange.response = std::move(asked.response);
        if (exchange.response || exchange.response.error().httpStatus != 401)
            co_return exchange;
        panel->refuseToken();
        if (request.method != "GET") // the next question renews the session
            co_return exchange;
    }
    if (const auto &error = exchange.response.error(); error.kind != Error::Kind::LoginNeeded)
        exchange.response
            = fail(Error{.kind = Error::Kind::LoginNeeded, .detail = error.detail, .code = error.code});
    co_return exchange;
}

QCoro::Task<GatewayPoll::Exchange> GatewayPoll::exchange(std::shared_ptr<const Connector> connector,
    HttpRequest request, std::shared_ptr<const Secret> key, std::shared_ptr<PanelSession> panel)
{
    const bool wantsSession = request.credentialKind == CredentialKind::PanelSession;
    if (!wantsSession)
        request.credential = key;
    auto asking = wantsSession ? askWithSession(connector, std::move(request), panel)
                               : ask(connector, std::move(request));
    auto answer = co_await asking;
    co_return answer;
}

QCoro::Task<PageAnswer> GatewayPoll::page(std::shared_ptr<const Connector> connector, QUrl baseUrl,
    std::shared_ptr<const Secret> key, QByteArray cursor, std::shared_ptr<PanelSession> panel)
{
    auto request = connector->request(baseUrl, cursor);
    auto asking = exchange(connector, std::move(request), key, panel);
    const auto asked = co_await asking;
    PageAnswer answer{pageOf(*connector, cursor, asked.response), asked.requests};
    co_return answer;
}

QCoro::Task<PollAnswer> GatewayPoll::run(std::shared_ptr<const Connector> connector, QUrl baseUrl,
    std::shared_ptr<const Secret> key, PollContext context, std::shared_ptr<PanelSession> panel)
{
    PollAnswer answer{fail(Error::Kind::Cancelled), 0};
    PollFacts facts;
    std::optional<QByteArray> cursor = connector->firstCursor(context);
    while (cursor) {
        if (answer.requests >= MostRequests) {
            answer.facts = fail(Error::Kind::Protocol, u"the pages do not end"_s);
            co_return answer;
        }
        auto asking = page(connector, baseUrl, key, *cursor, panel);
        auto step = co_await asking;
        answer.requests += step.requests;
        if (!step.page) {
            answer.facts = fail(step.page.error());
            co_return answer;
        }
        facts.append(std::move(step.page->facts));
        cursor = step.page->next;
    }
    answer.facts = std::move(facts);
    co_return answer;
}

} // namespace tollkeeper
