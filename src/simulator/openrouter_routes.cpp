// SPDX-License-Identifier: GPL-3.0-or-later
#include "simulator/access.h"
#include "simulator/chat_routes.h"
#include "simulator/json_answer.h"
#include "simulator/openrouter_parts.h"

#include <QJsonArray>

#include <array>

using namespace Qt::Literals::StringLiterals;

namespace tollkeeper::simulator {
namespace openrouter {

Answer refused(int status, const QString &message)
{
    return jsonAnswer({{u"error"_s, QJsonObject{{u"code"_s, status}, {u"message"_s, message}}}}, status);
}

namespace {

//! An ordinary key gets a plausible lie here, as has been seen: 200 and nothing but zeros.
Answer credits(const Visit &visit, const Key &key)
{
    qint64 paid = 0;
    qint64 used = 0;
    if (key.plan.management) {
        const auto slot = slotsUntil(visit.now);
        const auto &account = visit.world.managed(key.plan.account);
        paid = account.credits.until(slot);
        used = spentUntil(account.keys, slot).micros;
    }
    const QJsonObject data{{u"total_credits"_s, dollars(paid)}, {u"total_usage"_s, dollars(used)}};
    return jsonAnswer({{u"data"_s, data}});
}

//! What only management keys are answered, and how an ordinary key is refused.
struct ManagerRoute {
    QByteArray methodAndPath;
    int refusal;
    Answer (*answer)(const Visit &visit, const Key &manager);
};

const std::array ManagerRoutes{
    ManagerRoute{"GET /keys"_ba, 401, listKeys},
    ManagerRoute{"POST /keys"_ba, 403, createKey},
    ManagerRoute{"GET /keys/{hash}"_ba, 401, oneKey},
    ManagerRoute{"PATCH /keys/{hash}"_ba, 401, changeKey},
    ManagerRoute{"DELETE /keys/{hash}"_ba, 401, deleteKey},
    ManagerRoute{"GET /workspaces"_ba, 401, listWorkspaces},
    ManagerRoute{"GET /activity"_ba, 403, activity},
    ManagerRoute{"GET /analytics/meta"_ba, 403, analyticsMeta},
    ManagerRoute{"POST /analytics/query"_ba, 403, analyticsQuery},
};

Answer forManagers(const Visit &visit, const Key &key)
{
    const bool isOneKey = visit.path.startsWith("/keys/");
    const auto asked = visit.asked.method + ' ' + (isOneKey ? "/keys/{hash}"_ba : visit.path);
    for (const auto &route : ManagerRoutes) {
        if (route.methodAndPath != asked)
            continue;
        if (key.plan.management)
            return route.answer(visit, key);
        return refused(route.refusal,
            route.refusal == 403 ? u"Only management keys can perform this operation"_s
                                 : u"A management key is needed here"_s);
    }
    return refused(404, u"There is nothing at this address"_s);
}

} // namespace
} // namespace openrouter

Answer answerAsOpenRouter(const Visit &visit)
{
    using namespace openrouter;
    if (auto answer = chatAnswer(visit, Place::OpenRouter))
        return std::move(*answer);
    const bool reading = visit.asked.method == "GET"_ba;
    const auto *key = keyOf(visit.world, Place::OpenRouter, visit.asked);
    if (reading && isOfCatalogue(visit.path))
        return catalogue(visit, key);
    if (!key || key->disabledAt(visit.now) || key->expiredAt(visit.now))
        return refused(401,
            credentialOf(visit.asked).isEmpty() ? u"No credential was sent"_s : u"This key is not known"_s);
    if (reading && visit.path == "/key"_ba)
        return currentKey(visit, *key);
    if (reading && visit.path == "/generation"_ba)
        return generation(visit, *key);
    if (reading && visit.path == "/credits"_ba)
        return credits(visit, *key);
    return forManagers(visit, *key);
}

} // namespace tollkeeper::simulator
