// SPDX-License-Identifier: GPL-3.0-or-later
#include "sync/panel_authentication.h"

#include "decoder/refusal.h"

using namespace Qt::Literals::StringLiterals;

namespace tollkeeper {
namespace {

bool isSuccess(const HttpResponse &response)
{
    return response.status >= 200 && response.status < 300;
}

//! A refusal of what the person typed. What is not about that stays what it is: too many tries, a panel that
//! fails.
Error asRefusal(Error error)
{
    const bool isAboutTheInput = error.kind == Error::Kind::Rejected
        && (error.category == Category::Credentials || error.category == Category::Request
            || error.category == Category::Policy);
    if (isAboutTheInput)
        error.kind = Error::Kind::LoginRefused;
    return error;
}

//! An answer of something else than the panel.
bool isNoPanel(const Error &error)
{
    return error.kind == Error::Kind::NotAnApi || error.kind == Error::Kind::Protocol
        || (error.kind == Error::Kind::Rejected && error.httpStatus.value_or(0) < 500
            && error.category != Category::RateLimit);
}

} // namespace

Async<PanelAnswer> askPanel(
    HttpClient &http, const Clock &clock, std::shared_ptr<const Connector> connector, HttpRequest request)
{
    auto asking = http.send(std::move(request));
    const auto response = co_await asking;
    if (!response)
        co_return fail(response.error());
    if (!isSuccess(*response))
        co_return fail(explainRefusal(*response, connector->errorCatalogue(), clock.now()));
    auto answer = connector->panelLogin()->readLogin(*response);
    co_return answer;
}

Async<PanelOffer> PanelAuthentication::offer(std::shared_ptr<const Connector> connector, QUrl baseUrl)
{
    if (!connector->panelLogin())
        co_return fail(Error::Kind::LoginNotOffered, u"panel"_s);
    auto request = connector->panelLogin()->settingsRequest(baseUrl);
    auto asking = m_http.send(std::move(request));
    const auto response = co_await asking;
    if (!response)
        co_return fail(response.error());
    auto offer = isSuccess(*response)
        ? connector->panelLogin()->readSettings(*response)
        : fail(explainRefusal(*response, connector->errorCatalogue(), m_clock.now()));
    if (!offer && isNoPanel(offer.error()))
        co_return fail(Error::Kind::LoginNotOffered, u"panel"_s);
    co_return offer;
}

Async<PanelTokens> PanelAuthentication::logIn(
    std::shared_ptr<const Connector> connector, QUrl baseUrl, PanelCredentials credentials)
{
    auto offering = offer(connector, baseUrl);
    const auto offered = co_await offering;
    if (!offered)
        co_return fail(offered.error());
    if (!offered->isOffered)
        co_return fail(Error::Kind::LoginNotOffered, offered->obstacle);

    const auto *login = connector->panelLogin();
    auto first = login->loginRequest(baseUrl, credentials.user, credentials.password);
    auto asking = askPanel(m_http, m_clock, connector, std::move(first));
    auto answer = co_await asking;
    if (answer && answer->challenge) {
        if (credentials.code.isEmpty())
            co_return fail(Error::Kind::SecondFactorNeeded);
        auto second = login->secondFactorRequest(baseUrl, answer->challenge, credentials.code);
        auto proving = askPanel(m_http, m_clock, connector, std::move(second));
        answer = co_await proving;
    }
    if (!answer)
        co_return fail(asRefusal(answer.error()));
    if (!answer->tokens)
        co_return fail(Error::Kind::Protocol, u"a login without tokens"_s);
    co_return *std::move(answer->tokens);
}

} // namespace tollkeeper
