// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/clock.h"
#include "simulator/json_answer.h"
#include "simulator/panel_envelope.h"
#include "simulator/panel_key_wish.h"
#include "simulator/panel_parts.h"

#include <algorithm>

using namespace Qt::Literals::StringLiterals;

namespace tollkeeper::simulator::panel {
namespace {

//! The key whose number the path has, or the refusal.
tl::expected<const Key *, Answer> named(const Visit &visit)
{
    bool isNumber = false;
    const auto number = visit.path.mid(QByteArrayView("/api/v1/keys/").size()).toLongLong(&isNumber);
    if (!isNumber)
        return tl::unexpected(refused(400, {}, u"Invalid key ID"_s));
    const auto keys = ownKeys(visit.world);
    const auto found = std::ranges::find_if(
        keys, [&](const Key *key) { return !key->deletedAt && numberOf(visit.world, *key) == number; });
    if (found == keys.end())
        return tl::unexpected(refused(404, u"API_KEY_NOT_FOUND"_s, u"there is no such key"_s));
    return *found;
}

Answer unreadableBody()
{
    return refused(400, {}, u"Invalid request: the body is not a JSON object"_s);
}

Answer made(const Visit &visit, const QJsonObject &body)
{
    const auto account = ownKeys(visit.world).front()->plan.account;
    auto plan = wishedPlan({.account = account}, body);
    if (!plan)
        return plan.error();
    const auto expires = wishedExpiryOfNew(body, visit.now);
    if (!expires)
        return expires.error();
    if (plan->name.isEmpty())
        return refused(400, {}, u"Invalid request: name is required"_s);
    const auto text = body[u"custom_key"_s].toString();
    if (!text.isEmpty()) {
        if (auto refusal = refusalOfKeyText(text))
            return std::move(*refusal);
        if (visit.world.keyWithText(Place::Sub2api, text.toLatin1()))
            return refused(409, u"API_KEY_EXISTS"_s, u"api key already exists"_s);
    }
    plan->expires = *expires;
    plan->created = utcText(visit.now);
    return succeeded(keyRow(visit, visit.changing->addKey(*plan, text.toLatin1())));
}

} // namespace

Answer createKey(const Visit &visit)
{
    const auto once = visit.asked.header("Idempotency-Key");
    if (const auto known = once.isEmpty() ? std::nullopt : visit.replays.find(once)) {
        if (known->body != visit.asked.body)
            return refused(409, u"IDEMPOTENCY_KEY_CONFLICT"_s, u"the key stands for another request"_s);
        auto again = known->answer;
        again.headers.emplace_back("X-Idempotency-Replayed", "true");
        return again;
    }
    const auto body = objectIn(visit.asked.body);
    if (!body)
        return unreadableBody();
    auto answer = made(visit, *body);
    if (!once.isEmpty() && answer.status == 200)
        visit.replays.remember(once, visit.asked.body, answer);
    return answer;
}

Answer oneKey(const Visit &visit)
{
    const auto key = named(visit);
    return key ? succeeded(keyRow(visit, **key)) : key.error();
}

Answer changeKey(const Visit &visit)
{
    const auto key = named(visit);
    if (!key)
        return key.error();
    const auto body = objectIn(visit.asked.body);
    if (!body)
        return unreadableBody();
    auto plan = changedPlan((*key)->plan, *body);
    if (!plan)
        return plan.error();
    plan->updated = utcText(visit.now);
    visit.changing->changeKey(**key, *plan, visit.now);
    return succeeded(keyRow(visit, **key));
}

Answer deleteKey(const Visit &visit)
{
    const auto key = named(visit);
    if (!key)
        return key.error();
    visit.changing->deleteKey(**key, visit.now);
    return succeeded({{u"message"_s, u"API key deleted successfully"_s}});
}

} // namespace tollkeeper::simulator::panel
