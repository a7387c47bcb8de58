// SPDX-License-Identifier: GPL-3.0-or-later
#include "simulator/simulator.h"

#include "simulator/access.h"
#include "simulator/routes.h"
#include "simulator/totp.h"

#include <array>

using namespace Qt::Literals::StringLiterals;

namespace tollkeeper::simulator {
namespace {

struct Mount {
    QByteArray prefix;
    Answer (*answer)(const Visit &visit);
};

const std::array Mounts{
    Mount{"/openrouter/api/v1"_ba, answerAsOpenRouter},
    Mount{"/torouter"_ba, answerAsToRouter},
    Mount{"/sub2api"_ba, answerAsSub2api},
    Mount{"/chuizi"_ba, answerAsChuizi},
    Mount{"/litellm"_ba, answerAsLiteLlm},
    Mount{"/newapi"_ba, answerAsNewApi},
    Mount{"/openai/v1"_ba, answerAsOpenAi},
};

} // namespace

Simulator::Simulator(quint64 seed, const QDateTime &start) : m_world(seed), m_clock(start), m_sessions(seed)
{
}

Answer Simulator::answer(const Asked &asked)
{
    if (asked.method == "GET"_ba) {
        const std::shared_lock turn(m_turns);
        return answerInTurn(asked);
    }
    const std::unique_lock turn(m_turns);
    return answerInTurn(asked);
}

Answer Simulator::answerInTurn(const Asked &asked)
{
    if (asked.path.startsWith("/_control/"))
        return controlAnswer(asked);
    m_log.add(asked);
    const auto fault = m_faults.take(asked, credentialOf(asked));
    if (!fault)
        return gatewayAnswer(asked);
    return applied(*fault, fault->reachesGateway() ? gatewayAnswer(asked) : Answer());
}

Answer Simulator::gatewayAnswer(const Asked &asked)
{
    for (const auto &mount : Mounts) {
        if (asked.path.startsWith(mount.prefix + '/'))
            return mount.answer({m_world, m_clock.now(), asked, asked.path.mid(mount.prefix.size()), m_log,
                m_sessions, m_replays, m_chosen, asked.method == "GET"_ba ? nullptr : &m_world});
    }
    return {.status = 404, .body = "not found", .contentType = "text/plain"};
}

QJsonObject Simulator::greeting(const QString &url) const
{
    QJsonObject keys;
    for (const auto &key : m_world.keys()) {
        if (!key.plan.ringName.isEmpty())
            keys[key.plan.ringName] = QString::fromLatin1(key.text);
    }
    return {{u"url"_s, url}, {u"openrouter"_s, url + u"/openrouter/api/v1"_s},
        {u"torouter"_s, url + u"/torouter"_s}, {u"sub2api"_s, url + u"/sub2api"_s},
        {u"chuizi"_s, url + u"/chuizi/v1"_s}, {u"litellm"_s, url + u"/litellm"_s},
        {u"newapi"_s, url + u"/newapi"_s}, {u"openai"_s, url + u"/openai/v1"_s}, {u"keys"_s, keys},
        {u"panel"_s, panelUser()}};
}

QJsonObject Simulator::panelUser() const
{
    const auto &user = m_sessions.user();
    return {{u"email"_s, user.email}, {u"password"_s, user.password},
        {u"totp_secret"_s, QString::fromLatin1(base32(user.totpSecret))}};
}

} // namespace tollkeeper::simulator
