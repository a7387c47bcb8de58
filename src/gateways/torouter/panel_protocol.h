// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "gateways/panel_login.h"

namespace tollkeeper::torouter {

//! Logins at sub2api's panel: an access token for a day, a refresh token for a month that works once.
class PanelProtocol final : public PanelLogin {
public:
    [[nodiscard]] HttpRequest settingsRequest(const QUrl &baseUrl) const override;
    [[nodiscard]] Result<PanelOffer> readSettings(const HttpResponse &response) const override;
    [[nodiscard]] HttpRequest loginRequest(
        const QUrl &baseUrl, const QString &user, std::shared_ptr<const Secret> password) const override;
    [[nodiscard]] HttpRequest secondFactorRequest(
        const QUrl &baseUrl, std::shared_ptr<const Secret> challenge, const QString &code) const override;
    [[nodiscard]] HttpRequest renewalRequest(
        const QUrl &baseUrl, std::shared_ptr<const Secret> refresh) const override;
    [[nodiscard]] Result<PanelAnswer> readLogin(const HttpResponse &response) const override;
    [[nodiscard]] HttpRequest logoutRequest(
        const QUrl &baseUrl, std::shared_ptr<const Secret> refresh) const override;
};

} // namespace tollkeeper::torouter
