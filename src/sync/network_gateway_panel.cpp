// SPDX-License-Identifier: GPL-3.0-or-later
#include "gateways/registry.h"
#include "storage/account_repository.h"
#include "storage/history_repository.h"
#include "sync/network_gateway_service.h"
#include "sync/panel_session.h"

#include <QCoroFuture>
#include <QUuid>

using namespace Qt::Literals::StringLiterals;

// Logins at panels: the part of NetworkGatewayService that few gateways need.

namespace tollkeeper {

std::shared_ptr<PanelSession> NetworkGatewayService::sessionAt(
    const GatewayLine &line, const QString &secretName)
{
    return std::make_shared<PanelSession>(
        m_http, m_secrets, m_clock, PanelSession::Place{line.connector, line.account.baseUrl, secretName});
}

Async<Done> NetworkGatewayService::canLogIn(AccountId account)
{
    auto opening = openGatewayLine(m_storage, m_secrets, account);
    const auto line = co_await opening;
    if (!line)
        co_return fail(line.error());
    auto asking = m_authentication.offer(line->connector, line->account.baseUrl);
    const auto offer = co_await asking;
    if (!offer)
        co_return fail(offer.error());
    if (!offer->isOffered)
        co_return fail(Error::Kind::LoginNotOffered, offer->obstacle);
    co_return Done{};
}

Async<Done> NetworkGatewayService::logIn(AccountId account, PanelCredentials credentials)
{
    if (credentials.user.trimmed().isEmpty())
        co_return fail(Error::Kind::InvalidInput, u"the e-mail address is missing"_s);
    auto opening = openGatewayLine(m_storage, m_secrets, account);
    const auto line = co_await opening;
    if (!line)
        co_return fail(line.error());
    auto entering = m_authentication.logIn(line->connector, line->account.baseUrl, credentials);
    auto tokens = co_await entering;
    if (!tokens)
        co_return fail(tokens.error());

    const auto secretName = QUuid::createUuid().toString(QUuid::WithoutBraces);
    const auto session = sessionAt(*line, secretName);
    session->adopt(*std::move(tokens));
    auto proving = prove(*line, session);
    auto outcome = co_await proving;
    if (outcome) {
        auto keeping = keep(line->account, credentials.user.trimmed(), secretName, session);
        outcome = co_await keeping;
    }
    if (!outcome) { // nothing may be half there
        auto ending = session->end();
        (void)co_await ending;
        co_return fail(outcome.error());
    }
    if (!line->account.panelSecretName.isEmpty()) { // the login from before
        auto ending = sessionAt(*line, line->account.panelSecretName)->end();
        (void)co_await ending;
    }
    Q_EMIT accountsChanged();
    co_return Done{};
}

//! The panel has to tell what a login is for, and it has to be the login that owns the account's key.
Async<Done> NetworkGatewayService::prove(GatewayLine line, std::shared_ptr<PanelSession> session)
{
    PollContext context;
    context.purpose = PollPurpose::Test;
    context.now = m_clock.now();
    context.hasPanelLogin = true;
    context.keyFingerprint = line.key->fingerprint();
    context.keyMasked = line.key->masked();
    auto polling = m_poll.run(line.connector, line.account.baseUrl, line.key, context, session);
    const auto answer = co_await polling;
    if (answer.facts)
        co_return Done{};
    auto error = answer.facts.error();
    if (error.kind == Error::Kind::LoginNeeded) // a session that begins with no is a login refused
        error.kind = Error::Kind::LoginRefused;
    co_return fail(std::move(error));
}

//! In the keychain first, then in the profile. The history is wanted again: a login tells more of it.
Async<Done> NetworkGatewayService::keep(
    Account account, QString user, QString secretName, std::shared_ptr<PanelSession> session)
{
    auto saving = session->save();
    if (const auto saved = co_await saving; !saved)
        co_return fail(saved.error());
    auto storing
        = m_storage.write([id = account.id, user, secretName, at = m_clock.now()](Database &database) {
              return database.inTransaction([&]() -> Outcome {
                  if (auto set = AccountRepository(database).setPanel(id, user, secretName); !set)
                      return set;
                  return HistoryRepository(database).begin(id, at);
              });
          });
    const auto stored = co_await storing;
    co_return stored;
}

Async<Done> NetworkGatewayService::logOut(AccountId account)
{
    auto reading
        = m_storage.read([account](Database &database) { return AccountRepository(database).byId(account); });
    const auto known = co_await reading;
    if (!known)
        co_return fail(known.error());
    const GatewayLine line{*known, connectorFor(known->gateway), nullptr};
    if (known->panel() == PanelState::LoggedIn) {
        auto ending = sessionAt(line, known->panelSecretName)->end();
        if (const auto ended = co_await ending; !ended)
            co_return fail(ended.error());
    }
    auto storing = m_storage.write([account](Database &database) {
        return AccountRepository(database).setPanel(account, QString(), QString());
    });
    const auto stored = co_await storing;
    if (!stored)
        co_return fail(stored.error());
    Q_EMIT accountsChanged();
    co_return Done{};
}

} // namespace tollkeeper
