// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/clock.h"
#include "simulator/json_answer.h"
#include "simulator/openrouter_key_wish.h"
#include "simulator/openrouter_parts.h"

#include <algorithm>

using namespace Qt::Literals::StringLiterals;

namespace tollkeeper::simulator::openrouter {
namespace {

//! The key a path names; null where the account has none of this hash.
const Key *named(const Visit &visit, const Key &manager)
{
    const auto hash = QString::fromLatin1(visit.path.mid(QByteArrayView("/keys/").size()));
    const auto &keys = visit.world.managed(manager.plan.account).keys;
    const auto found = std::ranges::find_if(
        keys, [&hash](const Key *key) { return key->hash == hash && !key->deletedAt; });
    return found == keys.end() ? nullptr : *found;
}

Answer notThere()
{
    return refused(404, u"There is no key of this hash"_s);
}

Answer told(const Visit &visit, const Key &key)
{
    return jsonAnswer({{u"data"_s, keyRow(key, visit.now)}});
}

//! Its place among the account's; the first one where the body names none.
std::optional<std::size_t> workspaceIn(const QJsonObject &body, std::size_t account)
{
    const auto wish = body[u"workspace_id"_s];
    if (wish.isUndefined())
        return 0;
    const auto all = workspacesOf(account);
    const auto found = std::ranges::find(all, wish.toString(), &WorkspacePlan::id);
    if (found == all.end())
        return std::nullopt;
    return static_cast<std::size_t>(found - all.begin());
}

} // namespace

Answer createKey(const Visit &visit, const Key &manager)
{
    const auto body = objectIn(visit.asked.body);
    if (!body || body->value(u"name"_s).isUndefined())
        return refused(400, u"The body must be an object with a name"_s);
    auto plan = wishedPlan({.account = manager.plan.account}, *body);
    if (!plan)
        return refused(400, plan.error());
    const auto expires = wishedExpiry(*body, visit.now);
    if (!expires)
        return refused(400, expires.error());
    const auto workspace = workspaceIn(*body, manager.plan.account);
    if (!workspace)
        return refused(400, u"workspace_id is not a workspace of this account"_s);
    plan->disabled = false; // a new key works
    plan->expires = *expires;
    plan->workspace = *workspace;
    plan->created = utcText(visit.now);
    const auto &key = visit.changing->addKey(*plan);
    return jsonAnswer({{u"data"_s, keyRow(key, visit.now)}, {u"key"_s, QString::fromLatin1(key.text)}}, 201);
}

Answer oneKey(const Visit &visit, const Key &manager)
{
    const auto *key = named(visit, manager);
    return key ? told(visit, *key) : notThere();
}

Answer changeKey(const Visit &visit, const Key &manager)
{
    const auto *key = named(visit, manager);
    if (!key)
        return notThere();
    const auto body = objectIn(visit.asked.body);
    if (!body)
        return refused(400, u"The body must be an object"_s);
    auto plan = wishedPlan(key->plan, *body);
    if (!plan)
        return refused(400, plan.error());
    plan->updated = utcText(visit.now);
    visit.changing->changeKey(*key, *plan, visit.now);
    return told(visit, *key);
}

Answer deleteKey(const Visit &visit, const Key &manager)
{
    const auto *key = named(visit, manager);
    if (!key)
        return notThere();
    visit.changing->deleteKey(*key, visit.now);
    return jsonAnswer({{u"deleted"_s, true}});
}

} // namespace tollkeeper::simulator::openrouter
