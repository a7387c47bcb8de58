// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/clock.h"
#include "domain/account.h"
#include "gateways/connector.h"
#include "gateways/panel_login.h"
#include "net/http_client.h"
#include "secrets/secret_store.h"

#include <QFuture>
#include <QHash>

#include <memory>

namespace tollkeeper {

//! One person's session at one panel: the access token in memory, the refresh token in the keychain. The
//! refresh token works once, so the next one is written and read back before the session goes on with it;
//! where the keychain will not take it, it is kept in memory and offered again. UI thread; lives as long as
//! its questions.
class PanelSession : public std::enable_shared_from_this<PanelSession> {
public:
    struct Place {
        std::shared_ptr<const Connector> connector; //!< REQUIRES: panelLogin() is not null
        QUrl baseUrl;
        QString secretName; //!< the "user" of the keychain entry
    };

    PanelSession(HttpClient &http, SecretStore &secrets, const Clock &clock, Place place);

    //! The access token, renewed first where its time is over; asked twice at once, it is renewed once.
    //! LoginNeeded: the session is over. Any other error says that it may still be good.
    [[nodiscard]] Async<std::shared_ptr<const Secret>> token();
    //! The panel did not take the token: the next question renews it.
    void refuseToken() { m_access.reset(); }

    //! Begins with what a login gave; nothing is kept before save().
    void adopt(PanelTokens tokens);
    //! Puts a refresh token into the keychain that is not there yet. Done where there is none.
    [[nodiscard]] Async<Done> save();
    //! Tells the panel, as far as it listens, and forgets the session: it is over when the keychain has
    //! confirmed that the token is gone.
    [[nodiscard]] Async<Done> end();

private:
    using Token = Result<std::shared_ptr<const Secret>>;

    [[nodiscard]] bool isFresh() const;
    [[nodiscard]] QFuture<Token> renewal();
    [[nodiscard]] QCoro::Task<Token> renew(std::shared_ptr<PanelSession> self);
    [[nodiscard]] Async<std::shared_ptr<const Secret>> refreshToken();

    HttpClient &m_http;
    SecretStore &m_secrets;
    const Clock &m_clock;
    Place m_place;
    std::shared_ptr<const Secret> m_access;
    std::shared_ptr<const Secret> m_unsaved; //!< the refresh token, while the keychain has an older one
    QDateTime m_freshUntil; //!< UTC; invalid: until it is refused
    std::optional<QFuture<Token>> m_renewal;
};

//! The sessions of every account with a panel login, each one once. UI thread; must outlive its sessions.
class PanelSessions {
public:
    PanelSessions(HttpClient &http, SecretStore &secrets, const Clock &clock)
        : m_http(http), m_secrets(secrets), m_clock(clock)
    {
    }

    //! Null where the account has no login.
    [[nodiscard]] std::shared_ptr<PanelSession> of(
        const Account &account, const std::shared_ptr<const Connector> &connector);
    void forget(const QString &secretName) { m_sessions.remove(secretName); }

private:
    HttpClient &m_http;
    SecretStore &m_secrets;
    const Clock &m_clock;
    QHash<QString, std::shared_ptr<PanelSession>> m_sessions; //!< by the name of the keychain entry
};

} // namespace tollkeeper
