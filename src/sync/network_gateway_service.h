// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/clock.h"
#include "gateways/connector.h"
#include "secrets/secret_store.h"
#include "storage/storage.h"
#include "sync/gateway_line.h"
#include "sync/gateway_poll.h"
#include "sync/gateway_service.h"
#include "sync/panel_authentication.h"

namespace tollkeeper {

//! A name that no entry of the keychain has; random.
[[nodiscard]] QString newSecretName(SecretPlace place);

//! Accounts at real gateways, their keys in the given store.
class NetworkGatewayService final : public GatewayService {
    Q_OBJECT

public:
    NetworkGatewayService(HttpClient &http, SecretStore &secrets, Storage &storage, const Clock &clock,
        RepeatPolicy policy = {}, QObject *parent = nullptr);

    [[nodiscard]] QList<GatewayChoice> choices() const override;
    [[nodiscard]] bool keepsKeys() const override { return m_secrets.isPersistent(); }
    [[nodiscard]] QString keychainName() const override;
    [[nodiscard]] Async<ConnectionReport> test(NewAccount draft, std::shared_ptr<const Secret> key) override;
    [[nodiscard]] Async<AccountId> add(NewAccount draft, std::shared_ptr<const Secret> key) override;
    [[nodiscard]] Async<ConnectionReport> replaceKey(
        AccountId account, std::shared_ptr<const Secret> key, SecretPlace place) override;
    [[nodiscard]] Async<ConnectionReport> testStored(AccountId account) override;
    [[nodiscard]] Async<Done> remove(AccountId account) override;
    [[nodiscard]] Async<Done> canLogIn(AccountId account) override;
    [[nodiscard]] Async<Done> logIn(AccountId account, PanelCredentials credentials) override;
    [[nodiscard]] Async<Done> logOut(AccountId account) override;

private:
    [[nodiscard]] Async<Done> prove(GatewayLine line, std::shared_ptr<PanelSession> session);
    [[nodiscard]] Async<Done> keep(
        Account account, QString user, QString secretName, std::shared_ptr<PanelSession> session);
    [[nodiscard]] std::shared_ptr<PanelSession> sessionAt(const GatewayLine &line, const QString &secretName);
    [[nodiscard]] Async<ConnectionReport> ask(
        std::shared_ptr<const Connector> connector, QUrl baseUrl, std::shared_ptr<const Secret> key);
    [[nodiscard]] Async<Done> nameIsFree(QString name);
    [[nodiscard]] Async<Done> removeUnlessNeeded(QString secretName);

    HttpClient &m_http;
    SecretStore &m_secrets;
    Storage &m_storage;
    const Clock &m_clock;
    GatewayPoll m_poll;
    PanelAuthentication m_authentication;
};

} // namespace tollkeeper
