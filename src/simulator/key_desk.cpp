// SPDX-License-Identifier: GPL-3.0-or-later
#include "simulator/key_desk.h"

#include "base/clock.h"
#include "simulator/json_answer.h"
#include "simulator/panel_parts.h"
#include "simulator/truth_parts.h"

#include <QJsonArray>

using namespace Qt::Literals::StringLiterals;

namespace tollkeeper::simulator {
namespace {

//! What the gateway calls the key where it tells; empty elsewhere.
QString remoteIdOf(const World &world, const Key &key)
{
    switch (key.account().place) {
    case Place::OpenRouter:
    case Place::LiteLlm:
        return key.hash;
    case Place::Sub2api:
        return QString::number(panel::numberOf(world, key));
    case Place::ToRouter:
    case Place::OpenAi:
    case Place::Chuizi:
    case Place::NewApi:
        break;
    }
    return {};
}

QJsonValue orNull(const QString &text)
{
    return text.isEmpty() ? QJsonValue(QJsonValue::Null) : QJsonValue(text);
}

QJsonObject limitsOf(const KeyPlan &plan)
{
    QJsonObject windows;
    for (const auto &window : plan.windows)
        windows[window.name] = amountText(window.limitMicros);
    return {{u"cap"_s, plan.limitMicros ? QJsonValue(amountText(*plan.limitMicros)) : QJsonValue::Null},
        {u"reset"_s, orNull(plan.limitReset)}, {u"byok"_s, plan.byokInLimit},
        {u"expires_at"_s, orNull(plan.expires)},
        {u"allowed_addresses"_s, QJsonArray::fromStringList(plan.allowedAddresses)},
        {u"denied_addresses"_s, QJsonArray::fromStringList(plan.deniedAddresses)}, {u"windows"_s, windows}};
}

QJsonObject deskRow(const World &world, const Key &key, const QDateTime &now)
{
    auto row = limitsOf(key.plan);
    row[u"account"_s] = key.account().name;
    row[u"gateway"_s] = gatewayName(key.account().place);
    row[u"name"_s] = key.plan.name;
    row[u"ring"_s] = orNull(key.plan.ringName);
    row[u"remote_id"_s] = orNull(remoteIdOf(world, key));
    row[u"management"_s] = key.plan.management;
    row[u"disabled"_s] = key.disabledAt(now);
    row[u"deleted"_s] = key.deletedAt.has_value();
    row[u"created_at"_s] = key.plan.created;
    row[u"updated_at"_s] = orNull(key.plan.updated);
    row[u"spent"_s] = amountText(key.until(slotsUntil(now)).micros);
    if (key.account().place == Place::OpenRouter)
        row[u"workspace"_s] = key.workspace().id;
    return row;
}

Answer badRequest(const QString &why)
{
    return jsonAnswer({{u"error"_s, why}}, 400);
}

} // namespace

const Key *keyMeant(const World &world, const QString &word)
{
    if (const auto *key = world.keyOnRing(word))
        return key;
    const Key *meant = nullptr;
    int bearers = 0;
    for (const auto &key : world.keys()) {
        if (!word.isEmpty() && remoteIdOf(world, key) == word)
            return &key;
        if (key.plan.name == word && !key.deletedAt) {
            meant = &key;
            ++bearers;
        }
    }
    return bearers == 1 ? meant : nullptr;
}

Answer keysAnswer(const World &world, const QDateTime &now)
{
    QJsonArray keys;
    for (const auto &key : world.keys())
        keys.append(deskRow(world, key, now));
    return jsonAnswer({{u"keys"_s, keys}});
}

Answer moveTrafficAnswer(World &world, const QDateTime &now, const QJsonObject &wish)
{
    const auto *from = keyMeant(world, wish[u"from"_s].toString());
    const auto *to = keyMeant(world, wish[u"to"_s].toString());
    const auto at = wish[u"at"_s].isUndefined() ? std::optional(now) : parseUtc(wish[u"at"_s].toString());
    if (!from || !to)
        return badRequest(u"from and to must each mean one key"_s);
    if (!at || slotFrom(*at) < slotsUntil(now)) // what has been told stays true
        return badRequest(u"at is not a moment, or is over"_s);
    if (from == to || from->plan.account != to->plan.account)
        return badRequest(u"from and to must be two keys of one account"_s);
    if (to->deletedAt || to->disabledAt(now))
        return badRequest(u"the key to move to is disabled or deleted"_s);
    const auto slot = slotFrom(*at);
    world.moveTraffic(*from, *to, slot);
    return jsonAnswer({{u"from_slot"_s, startOf(slot).toString(Qt::ISODate)}});
}

} // namespace tollkeeper::simulator
