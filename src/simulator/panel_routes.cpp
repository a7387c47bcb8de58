// SPDX-License-Identifier: GPL-3.0-or-later
#include "simulator/json_answer.h"
#include "simulator/panel_envelope.h"
#include "simulator/panel_parts.h"
#include "simulator/torouter_parts.h"

#include <array>

using namespace Qt::Literals::StringLiterals;

namespace tollkeeper::simulator::panel {
namespace {

struct Door {
    QByteArray methodAndPath;
    Answer (*answer)(const Visit &visit);
};

Answer me(const Visit &visit)
{
    return succeeded(userRow(visit));
}

const std::array Doors{
    Door{"GET /api/v1/auth/me"_ba, me},
    Door{"GET /api/v1/keys"_ba, keyList},
    Door{"POST /api/v1/keys"_ba, createKey},
    Door{"GET /api/v1/keys/:id"_ba, oneKey},
    Door{"PUT /api/v1/keys/:id"_ba, changeKey},
    Door{"DELETE /api/v1/keys/:id"_ba, deleteKey},
    Door{"GET /api/v1/usage"_ba, usageRows},
    Door{"GET /api/v1/usage/stats"_ba, usageStats},
};

//! Why the request may not enter; nothing when it may.
std::optional<Answer> refusalOf(const Visit &visit, Place place)
{
    const auto header = visit.asked.header("Authorization");
    if (header.isEmpty())
        return turnedAway(401, u"UNAUTHORIZED"_s, u"an authorization header is required"_s);
    if (!header.startsWith("Bearer "))
        return turnedAway(401, u"INVALID_AUTH_HEADER"_s, u"the header is not Bearer and a token"_s);
    const auto token = header.mid(7).trimmed();
    if (token.isEmpty())
        return turnedAway(401, u"EMPTY_TOKEN"_s, u"the token is empty"_s);
    if (place != Place::Sub2api)
        return turnedAway(401, u"INVALID_TOKEN"_s, u"the token is not valid"_s);
    const auto refusal = visit.sessions.refusalOf(token, visit.now);
    if (!refusal)
        return std::nullopt;
    return turnedAway(refusal->status, refusal->reason, refusal->message);
}

} // namespace

Answer route(const Visit &visit, Place place)
{
    if (auto answer = login(visit, place))
        return std::move(*answer);
    const bool isOneKey = visit.path.startsWith("/api/v1/keys/");
    const auto asked = visit.asked.method + ' ' + (isOneKey ? "/api/v1/keys/:id"_ba : visit.path);
    for (const auto &door : Doors) {
        if (door.methodAndPath != asked)
            continue;
        auto refusal = refusalOf(visit, place);
        return refusal ? std::move(*refusal) : door.answer(visit);
    }
    return torouter::notFound();
}

} // namespace tollkeeper::simulator::panel
