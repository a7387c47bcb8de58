// SPDX-License-Identifier: GPL-3.0-or-later
#include "simulator/json_answer.h"
#include "simulator/panel_envelope.h"
#include "simulator/panel_parts.h"

using namespace Qt::Literals::StringLiterals;

namespace tollkeeper::simulator::panel {
namespace {

QString masked(const QString &email)
{
    return email.left(1) + u"***"_s + email.mid(email.indexOf(u'@'));
}

Answer refusedBy(const PanelRefusal &refusal)
{
    return refused(refusal.status, refusal.reason, refusal.message);
}

QJsonObject pairRow(const TokenPair &pair)
{
    return {{u"access_token"_s, QString::fromLatin1(pair.access)},
        {u"refresh_token"_s, QString::fromLatin1(pair.refresh)},
        {u"expires_in"_s, PanelSessions::AccessSeconds}, {u"token_type"_s, u"Bearer"_s}};
}

Answer firstStep(const Visit &visit, const QJsonObject &wish)
{
    const auto email = wish[u"email"_s].toString();
    const auto password = wish[u"password"_s].toString();
    if (email.isEmpty() || password.isEmpty())
        return refused(400, {}, u"email and password are required"_s);
    const auto begun = visit.sessions.begin(email, password, visit.now);
    if (!begun)
        return refusedBy(begun.error());
    return succeeded({{u"requires_2fa"_s, true}, {u"temp_token"_s, QString::fromLatin1(*begun)},
        {u"user_email_masked"_s, masked(visit.sessions.user().email)}});
}

Answer secondStep(const Visit &visit, const QJsonObject &wish)
{
    const auto temporary = wish[u"temp_token"_s].toString().toLatin1();
    const auto code = wish[u"totp_code"_s].toString().toLatin1();
    if (temporary.isEmpty() || code.size() != 6)
        return refused(400, {}, u"temp_token and a totp_code of six digits are required"_s);
    const auto pair = visit.sessions.finish(temporary, code, visit.now);
    if (!pair)
        return refusedBy(pair.error());
    auto data = pairRow(*pair);
    data[u"user"_s] = userRow(visit);
    return succeeded(data);
}

Answer freshPair(const Visit &visit, const QJsonObject &wish)
{
    const auto token = wish[u"refresh_token"_s].toString().toLatin1();
    if (token.isEmpty())
        return refused(400, {}, u"refresh_token is required"_s);
    const auto pair = visit.sessions.refresh(token, visit.now);
    return pair ? succeeded(pairRow(*pair)) : refusedBy(pair.error());
}

Answer goodbye(const Visit &visit, const QJsonObject &wish)
{
    visit.sessions.end(wish[u"refresh_token"_s].toString().toLatin1());
    return succeeded({{u"message"_s, u"logged out"_s}});
}

} // namespace

QJsonObject userRow(const Visit &visit)
{
    const auto account = ownKeys(visit.world).front()->plan.account;
    const auto balance = visit.world.wallet(account).balance(slotsUntil(visit.now));
    return {{u"id"_s, 1}, {u"email"_s, visit.sessions.user().email}, {u"username"_s, u"billing"_s},
        {u"role"_s, u"user"_s}, {u"balance"_s, dollars(balance)}, {u"frozen_balance"_s, 0},
        {u"concurrency"_s, 20}, {u"status"_s, u"active"_s}, {u"rpm_limit"_s, 0},
        {u"created_at"_s, u"2026-02-23T08:00:00Z"_s}};
}

std::optional<Answer> login(const Visit &visit, Place place)
{
    if (visit.asked.method != "POST"_ba || !visit.path.startsWith("/api/v1/auth/"))
        return std::nullopt;
    const auto step = visit.path.mid(QByteArrayView("/api/v1/auth/").size());
    const auto wish = objectIn(visit.asked.body);
    if (!wish)
        return refused(400, {}, u"the body is not a JSON object"_s);
    if (place != Place::Sub2api) {
        if (step != "login"_ba)
            return std::nullopt;
        return refused(400, u"TURNSTILE_VERIFICATION_FAILED"_s, u"the captcha was not solved"_s);
    }
    if (step == "login"_ba)
        return firstStep(visit, *wish);
    if (step == "login/2fa"_ba)
        return secondStep(visit, *wish);
    if (step == "refresh"_ba)
        return freshPair(visit, *wish);
    if (step == "logout"_ba)
        return goodbye(visit, *wish);
    return std::nullopt;
}

} // namespace tollkeeper::simulator::panel
