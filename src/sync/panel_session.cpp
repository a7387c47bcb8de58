// SPDX-License-Identifier: GPL-3.0-or-later
#include "sync/panel_session.h"

#include "base/log.h"
#include "sync/panel_authentication.h"

#include <QCoroFuture>
#include <QPromise>

#include <algorithm>

using namespace Qt::Literals::StringLiterals;

namespace tollkeeper {
namespace {

constexpr std::chrono::seconds LongestMargin(60); // a request may be on its way for a while

} // namespace

PanelSession::PanelSession(HttpClient &http, SecretStore &secrets, const Clock &clock, Place place)
    : m_http(http), m_secrets(secrets), m_clock(clock), m_place(std::move(place))
{
}

bool PanelSession::isFresh() const
{
    return m_access && (!m_freshUntil.isValid() || m_clock.now() < m_freshUntil);
}

void PanelSession::adopt(PanelTokens tokens)
{
    m_access = std::move(tokens.access);
    m_unsaved = std::move(tokens.refresh);
    const auto margin = std::min(LongestMargin, tokens.life / 10);
    m_freshUntil
        = tokens.life.count() > 0 ? m_clock.now().addSecs((tokens.life - margin).count()) : QDateTime();
}

Async<Done> PanelSession::save()
{
    if (!m_unsaved)
        co_return Done{};
    const auto saving = m_unsaved;
    auto writing = m_secrets.write(m_place.secretName, saving);
    const auto written = co_await writing;
    if (!written)
        co_return fail(written.error());
    if (m_unsaved == saving)
        m_unsaved.reset();
    co_return Done{};
}

Async<std::shared_ptr<const Secret>> PanelSession::token()
{
    const auto self = shared_from_this();
    if (!isFresh()) {
        auto renewing = renewal();
        auto renewed = co_await renewing;
        co_return renewed;
    }
    auto saving = save();
    if (const auto saved = co_await saving; !saved)
        qCWarning(logSync) << "a session is not in the keychain yet:" << toText(saved.error().kind);
    auto access = m_access;
    co_return access;
}

//! Starts a renewal, or joins the one that runs: the refresh token works once.
QFuture<PanelSession::Token> PanelSession::renewal()
{
    if (m_renewal)
        return *m_renewal;
    auto promise = std::make_shared<QPromise<Token>>();
    promise->start();
    const auto future = promise->future();
    m_renewal = future;
    const auto self = shared_from_this();
    renew(self).then([self, promise](Token renewed) {
        self->m_renewal.reset();
        promise->addResult(std::move(renewed));
        promise->finish();
    });
    return future;
}

Async<std::shared_ptr<const Secret>> PanelSession::refreshToken()
{
    if (m_unsaved) {
        auto newest = m_unsaved;
        co_return newest;
    }
    auto reading = m_secrets.read(m_place.secretName);
    auto kept = co_await reading;
    if (!kept && kept.error().kind == Error::Kind::SecretMissing)
        co_return fail(Error::Kind::LoginNeeded, u"there is no session in the keychain"_s);
    if (!kept)
        co_return fail(kept.error());
    co_return std::make_shared<const Secret>(*std::move(kept));
}

QCoro::Task<PanelSession::Token> PanelSession::renew(std::shared_ptr<PanelSession> self)
{
    auto reading = self->refreshToken();
    const auto refresh = co_await reading;
    if (!refresh)
        co_return fail(refresh.error());
    auto request = self->m_place.connector->panelLogin()->renewalRequest(self->m_place.baseUrl, *refresh);
    auto asking = askPanel(self->m_http, self->m_clock, self->m_place.connector, std::move(request));
    auto answer = co_await asking;
    if (!answer && answer.error().category == Category::Credentials)
        co_return fail(Error{
            .kind = Error::Kind::LoginNeeded, .detail = answer.error().detail, .code = answer.error().code});
    if (!answer)
        co_return fail(answer.error());
    if (!answer->tokens)
        co_return fail(Error::Kind::Protocol, u"a renewal without tokens"_s);
    self->adopt(*std::move(answer->tokens));
    auto saving = self->save();
    if (const auto saved = co_await saving; !saved) // it is in memory, and the old one is of no use any more
        qCWarning(logSync) << "the keychain did not take a session:" << toText(saved.error().kind);
    auto access = self->m_access;
    co_return access;
}

Async<Done> PanelSession::end()
{
    const auto self = shared_from_this();
    auto reading = refreshToken();
    const auto refresh = co_await reading;
    if (refresh && m_place.connector && m_place.connector->panelLogin()) {
        auto request = m_place.connector->panelLogin()->logoutRequest(m_place.baseUrl, *refresh);
        auto telling = m_http.send(std::move(request));
        (void)co_await telling;
    }
    m_access.reset();
    m_unsaved.reset();
    auto removing = m_secrets.remove(m_place.secretName);
    const auto removed = co_await removing;
    co_return removed;
}

std::shared_ptr<PanelSession> PanelSessions::of(
    const Account &account, const std::shared_ptr<const Connector> &connector)
{
    if (account.panel() != PanelState::LoggedIn || !connector || !connector->panelLogin())
        return nullptr;
    auto &session = m_sessions[account.panelSecretName];
    if (!session)
        session = std::make_shared<PanelSession>(m_http, m_secrets, m_clock,
            PanelSession::Place{connector, account.baseUrl, account.panelSecretName});
    return session;
}

} // namespace tollkeeper
