// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/result.h"
#include "net/http_types.h"

#include <chrono>
#include <memory>

namespace tollkeeper {

//! Whether a person may log in at a gateway's panel with e-mail and password from here.
struct PanelOffer {
    bool isOffered = false;
    QString obstacle
        = {}; //!< why not, as a fixed word: "captcha" (needs a browser), "admins" (nobody else may)
};

//! What a login or a renewal gives. The refresh token works once: whoever uses it has to keep the next one.
struct PanelTokens {
    std::shared_ptr<const Secret> access;
    std::shared_ptr<const Secret> refresh;
    std::chrono::seconds life{0}; //!< of the access token, from now; 0: not told
};

//! What a login said: tokens, or the wish for a second factor.
struct PanelAnswer {
    std::optional<PanelTokens> tokens;
    std::shared_ptr<const Secret> challenge; //!< set: goes back with the code of the second factor
};

//! How one kind of panel takes logins. Pure, like a connector: it builds requests and reads answers. Secrets
//! travel in HttpRequest::secretFields, never in a body of ours; tokens of an answer become a Secret where
//! they are read. Every request but the first is a POST and goes out once.
class PanelLogin {
public:
    PanelLogin() = default;
    Q_DISABLE_COPY_MOVE(PanelLogin)
    virtual ~PanelLogin() = default;

    //! What the panel tells everybody, without any credential.
    [[nodiscard]] virtual HttpRequest settingsRequest(const QUrl &baseUrl) const = 0;
    [[nodiscard]] virtual Result<PanelOffer> readSettings(const HttpResponse &response) const = 0;

    [[nodiscard]] virtual HttpRequest loginRequest(
        const QUrl &baseUrl, const QString &user, std::shared_ptr<const Secret> password) const = 0;
    [[nodiscard]] virtual HttpRequest secondFactorRequest(
        const QUrl &baseUrl, std::shared_ptr<const Secret> challenge, const QString &code) const = 0;
    [[nodiscard]] virtual HttpRequest renewalRequest(
        const QUrl &baseUrl, std::shared_ptr<const Secret> refresh) const = 0;
    //! Reads a 2xx answer to any of these three.
    [[nodiscard]] virtual Result<PanelAnswer> readLogin(const HttpResponse &response) const = 0;

    //! Ends the session of a refresh token. Its answer says nothing of use.
    [[nodiscard]] virtual HttpRequest logoutRequest(
        const QUrl &baseUrl, std::shared_ptr<const Secret> refresh) const = 0;
};

} // namespace tollkeeper
