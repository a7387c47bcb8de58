// SPDX-License-Identifier: GPL-3.0-or-later
#include "gateways/torouter/panel_protocol.h"

#include "gateways/amounts.h"
#include "gateways/json_body.h"
#include "gateways/torouter/panel_answers.h"
#include "gateways/torouter/steps.h"
#include "gateways/urls.h"

#include <QJsonDocument>

using namespace Qt::Literals::StringLiterals;

namespace tollkeeper::torouter {
namespace {

HttpRequest authRequest(
    const QUrl &baseUrl, const QString &path, const QJsonObject &body, QList<SecretField> secrets)
{
    HttpRequest request;
    request.method = "POST"_ba;
    request.url = endpointUrl(rootOf(baseUrl), u"/api/v1/auth"_s + path);
    request.credentialHeader = CredentialHeader::None;
    request.body = QJsonDocument(body).toJson(QJsonDocument::Compact);
    request.secretFields = std::move(secrets);
    return request;
}

//! turnstile_enabled, tencent_captcha_enabled, aliyun_captcha_enabled, and whatever the next one is called.
bool asksForCaptcha(const QJsonObject &settings)
{
    for (auto field = settings.constBegin(); field != settings.constEnd(); ++field) {
        const auto name = field.key().toLower();
        const bool isCaptcha = name.contains("captcha"_L1) || name.contains("turnstile"_L1);
        if (isCaptcha && name.endsWith("_enabled"_L1) && field.value().toBool())
            return true;
    }
    return false;
}

Result<std::shared_ptr<const Secret>> tokenIn(const QJsonObject &data, QLatin1StringView field)
{
    auto token = Secret::fromInput(data.value(field).toString().toUtf8());
    if (!token) // its error is about a key; this is an answer that makes no sense
        return fail(Error::Kind::Protocol, u"\"%1\" is no token"_s.arg(field));
    return std::make_shared<const Secret>(*std::move(token));
}

} // namespace

HttpRequest PanelProtocol::settingsRequest(const QUrl &baseUrl) const
{
    HttpRequest request;
    request.url = endpointUrl(rootOf(baseUrl), u"/api/v1/settings/public"_s);
    request.credentialHeader = CredentialHeader::None;
    return request;
}

Result<PanelOffer> PanelProtocol::readSettings(const HttpResponse &response) const
{
    const auto settings = panelData(response);
    if (!settings)
        return fail(settings.error());
    PanelOffer offer;
    if (asksForCaptcha(*settings))
        offer.obstacle = u"captcha"_s;
    else if (settings->value("backend_mode_enabled"_L1).toBool())
        offer.obstacle = u"admins"_s;
    offer.isOffered = offer.obstacle.isEmpty();
    return offer;
}

HttpRequest PanelProtocol::loginRequest(
    const QUrl &baseUrl, const QString &user, std::shared_ptr<const Secret> password) const
{
    return authRequest(baseUrl, u"/login"_s, {{u"email"_s, user}}, {{"password"_ba, std::move(password)}});
}

HttpRequest PanelProtocol::secondFactorRequest(
    const QUrl &baseUrl, std::shared_ptr<const Secret> challenge, const QString &code) const
{
    return authRequest(
        baseUrl, u"/login/2fa"_s, {{u"totp_code"_s, code}}, {{"temp_token"_ba, std::move(challenge)}});
}

HttpRequest PanelProtocol::renewalRequest(const QUrl &baseUrl, std::shared_ptr<const Secret> refresh) const
{
    return authRequest(baseUrl, u"/refresh"_s, {}, {{"refresh_token"_ba, std::move(refresh)}});
}

HttpRequest PanelProtocol::logoutRequest(const QUrl &baseUrl, std::shared_ptr<const Secret> refresh) const
{
    return authRequest(baseUrl, u"/logout"_s, {}, {{"refresh_token"_ba, std::move(refresh)}});
}

Result<PanelAnswer> PanelProtocol::readLogin(const HttpResponse &response) const
{
    const auto data = panelData(response);
    if (!data)
        return fail(data.error());
    PanelAnswer answer;
    if (data->value("requires_2fa"_L1).toBool()) {
        const auto challenge = tokenIn(*data, "temp_token"_L1);
        if (!challenge)
            return fail(challenge.error());
        answer.challenge = *challenge;
        return answer;
    }
    const auto access = tokenIn(*data, "access_token"_L1);
    const auto refresh = tokenIn(*data, "refresh_token"_L1);
    const auto life = optionalTally(*data, u"expires_in");
    for (const auto *problem : {access ? nullptr : &access.error(), refresh ? nullptr : &refresh.error(),
             life ? nullptr : &life.error()}) {
        if (problem)
            return fail(*problem);
    }
    answer.tokens = PanelTokens{*access, *refresh, std::chrono::seconds(life->value_or(0))};
    return answer;
}

} // namespace tollkeeper::torouter
