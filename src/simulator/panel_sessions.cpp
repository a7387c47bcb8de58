// SPDX-License-Identifier: GPL-3.0-or-later
#include "simulator/panel_sessions.h"

#include "simulator/chance.h"
#include "simulator/totp.h"

#include <QJsonDocument>
#include <QJsonObject>

using namespace Qt::Literals::StringLiterals;

namespace tollkeeper::simulator {
namespace {

constexpr int TemporarySeconds = 5 * 60;
constexpr int RefreshDays = 30;
constexpr int MostWrongCodes = 5;
constexpr int LockedSeconds = 15 * 60;

QByteArray drawnLetters(quint64 seed, quint64 which, int count)
{
    constexpr QByteArrayView Alphabet = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789";
    QByteArray text;
    for (int at = 0; at < count; ++at)
        text += Alphabet[static_cast<qsizetype>(
            chance({seed, 91, which, static_cast<quint64>(at)}) % static_cast<quint64>(Alphabet.size()))];
    return text;
}

PanelUser userOf(quint64 seed)
{
    PanelUser user{.email = u"billing@halden-freight.example"_s,
        .password = QString::fromLatin1(drawnLetters(seed, 1'000'001, 16))};
    for (quint64 at = 0; at < 20; ++at)
        user.totpSecret += static_cast<char>(chance({seed, 92, at}) & 0xff);
    return user;
}

QByteArray base64(const QByteArray &bytes)
{
    return bytes.toBase64(QByteArray::Base64UrlEncoding | QByteArray::OmitTrailingEquals);
}

PanelRefusal refusal(const QString &reason, const QString &message, int status = 401)
{
    return {status, reason, message};
}

} // namespace

PanelSessions::PanelSessions(quint64 seed) : m_seed(seed), m_user(userOf(seed)) { }

tl::expected<QByteArray, PanelRefusal> PanelSessions::begin(
    const QString &email, const QString &password, const QDateTime &now)
{
    const std::scoped_lock lock(m_mutex);
    if (email.compare(m_user.email, Qt::CaseInsensitive) != 0 || password != m_user.password)
        return tl::unexpected(refusal(u"INVALID_CREDENTIALS"_s, u"invalid email or password"_s));
    const auto token = letters(48);
    m_temporary[token] = {.expires = now.addSecs(TemporarySeconds)};
    return token;
}

tl::expected<TokenPair, PanelRefusal> PanelSessions::finish(
    const QByteArray &temporary, const QByteArray &code, const QDateTime &now)
{
    const std::scoped_lock lock(m_mutex);
    const auto found = m_temporary.find(temporary);
    if (found == m_temporary.end() || now >= found->second.expires)
        return tl::unexpected(refusal({}, u"the login has to be started again"_s, 400));
    if (isLocked(now))
        return tl::unexpected(refusal(u"TOTP_TOO_MANY_ATTEMPTS"_s, u"too many wrong codes, wait"_s, 429));
    if (!totpMatches(m_user.totpSecret, now, code)) {
        m_wrongCodes = m_lastWrongCode.secsTo(now) < LockedSeconds ? m_wrongCodes + 1 : 1;
        m_lastWrongCode = now;
        return tl::unexpected(refusal(u"TOTP_INVALID_CODE"_s, u"the code is wrong"_s, 400));
    }
    m_wrongCodes = 0;
    m_temporary.erase(found);
    return issue(++m_sessions, now);
}

tl::expected<TokenPair, PanelRefusal> PanelSessions::refresh(const QByteArray &token, const QDateTime &now)
{
    const std::scoped_lock lock(m_mutex);
    const auto found = m_refresh.find(token);
    if (found == m_refresh.end())
        return tl::unexpected(refusal(u"REFRESH_TOKEN_INVALID"_s, u"the refresh token is not known"_s));
    if (found->second.used) {
        m_ended.insert(found->second.session);
        return tl::unexpected(refusal(u"REFRESH_TOKEN_REUSED"_s, u"the refresh token was used already"_s));
    }
    if (m_ended.contains(found->second.session))
        return tl::unexpected(refusal(u"REFRESH_TOKEN_INVALID"_s, u"the session has ended"_s));
    if (now >= found->second.expires)
        return tl::unexpected(refusal(u"REFRESH_TOKEN_EXPIRED"_s, u"the refresh token has expired"_s));
    found->second.used = true;
    return issue(found->second.session, now);
}

void PanelSessions::end(const QByteArray &refreshToken)
{
    const std::scoped_lock lock(m_mutex);
    if (const auto found = m_refresh.find(refreshToken); found != m_refresh.end())
        m_ended.insert(found->second.session);
}

std::optional<PanelRefusal> PanelSessions::refusalOf(const QByteArray &access, const QDateTime &now) const
{
    const std::scoped_lock lock(m_mutex);
    const auto found = m_access.find(access);
    if (found == m_access.end())
        return refusal(u"INVALID_TOKEN"_s, u"the token is not valid"_s);
    if (m_ended.contains(found->second.session))
        return refusal(u"TOKEN_REVOKED"_s, u"the session has ended"_s);
    if (now >= found->second.expires)
        return refusal(u"TOKEN_EXPIRED"_s, u"the token has expired"_s);
    return std::nullopt;
}

TokenPair PanelSessions::issue(quint64 session, const QDateTime &now)
{
    const auto expires = now.addSecs(AccessSeconds);
    const QJsonObject claims{{u"user_id"_s, 1}, {u"exp"_s, expires.toSecsSinceEpoch()}};
    TokenPair pair;
    pair.access = base64(R"({"alg":"HS256","typ":"JWT"})") + '.'
        + base64(QJsonDocument(claims).toJson(QJsonDocument::Compact)) + '.' + letters(43);
    pair.refresh = "rt_" + letters(64);
    m_access[pair.access] = {.session = session, .expires = expires};
    m_refresh[pair.refresh] = {.session = session, .expires = now.addDays(RefreshDays)};
    return pair;
}

QByteArray PanelSessions::letters(int count)
{
    return drawnLetters(m_seed, ++m_drawn, count);
}

bool PanelSessions::isLocked(const QDateTime &now) const
{
    return m_wrongCodes >= MostWrongCodes && m_lastWrongCode.secsTo(now) < LockedSeconds;
}

} // namespace tollkeeper::simulator
