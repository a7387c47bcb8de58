// SPDX-License-Identifier: GPL-3.0-or-later
#include "simulator/json_answer.h"
#include "simulator/panel_envelope.h"
#include "simulator/panel_parts.h"
#include "simulator/request_ranks.h"
#include "simulator/torouter_parts.h"
#include "simulator/torouter_windows.h"

#include <QJsonDocument>

#include <algorithm>

using namespace Qt::Literals::StringLiterals;

namespace tollkeeper::simulator::panel {
namespace {

constexpr qint64 FirstNumber = 101;

QJsonValue lastUsed(const Key &key, const QDateTime &now)
{
    std::vector<KeySeries> all;
    for (const auto &series : key.series)
        all.push_back({&key, &series});
    const RequestRanks ranks(std::move(all));
    const auto count = ranks.before(slotsUntil(now));
    if (count == 0)
        return QJsonValue::Null;
    return startOf(ranks.slotOf(count - 1) + 1).toString(Qt::ISODate);
}

void addWindows(QJsonObject &row, const Key &key, const QDateTime &now)
{
    for (const auto &name : {u"5h"_s, u"1d"_s, u"7d"_s}) {
        row[u"rate_limit_"_s + name] = 0;
        row[u"usage_"_s + name] = 0;
        row[u"window_"_s + name + u"_start"_s] = QJsonValue::Null;
    }
    for (const auto &window : torouter::windowsOf(key, now)) {
        row[u"rate_limit_"_s + window.name] = dollars(window.limitMicros);
        row[u"usage_"_s + window.name] = dollars(window.usedMicros);
        if (window.start) {
            row[u"window_"_s + window.name + u"_start"_s] = window.start->toString(Qt::ISODate);
            row[u"reset_"_s + window.name + u"_at"_s] = window.end->toString(Qt::ISODate);
        }
    }
}

QJsonObject groupRow(const Key &key)
{
    const bool bySubscription = key.plan.billing == Billing::Subscription;
    return {{u"id"_s, bySubscription ? 2 : 1}, {u"name"_s, bySubscription ? u"Team"_s : u"Pay as you go"_s},
        {u"platform"_s, u"openai"_s}, {u"rate_multiplier"_s, 0.8},
        {u"subscription_type"_s, bySubscription ? u"subscription"_s : u"standard"_s}};
}

QString statusOf(const Key &key, const QDateTime &now)
{
    if (key.disabledAt(now))
        return u"inactive"_s;
    if (torouter::quotaIsUsedUp(key, now))
        return u"quota_exhausted"_s;
    return key.expiredAt(now) ? u"expired"_s : u"active"_s;
}

bool isAskedFor(const Visit &visit, const Key &key)
{
    const auto name = visit.asked.parameter(u"search"_s).value_or(QString());
    const auto status = visit.asked.parameter(u"status"_s).value_or(QString());
    return key.plan.name.contains(name, Qt::CaseInsensitive)
        && (status.isEmpty() || status == statusOf(key, visit.now));
}

} // namespace

QJsonObject keyRow(const Visit &visit, const Key &key)
{
    const auto group = groupRow(key);
    const auto quota = key.plan.limitMicros.value_or(0);
    QJsonObject row{{u"id"_s, numberOf(visit.world, key)}, {u"user_id"_s, 1},
        {u"key"_s, QString::fromLatin1(key.text)}, {u"name"_s, key.plan.name},
        {u"group_id"_s, group[u"id"_s]}, {u"status"_s, statusOf(key, visit.now)},
        {u"ip_whitelist"_s, QJsonArray::fromStringList(key.plan.allowedAddresses)},
        {u"ip_blacklist"_s, QJsonArray::fromStringList(key.plan.deniedAddresses)},
        {u"last_used_at"_s, lastUsed(key, visit.now)}, {u"quota"_s, dollars(quota)},
        {u"quota_used"_s, quota > 0 ? dollars(key.until(slotsUntil(visit.now)).micros) : 0.0},
        {u"expires_at"_s,
            key.plan.expires.isEmpty() ? QJsonValue(QJsonValue::Null) : QJsonValue(key.plan.expires)},
        {u"created_at"_s, key.plan.created},
        {u"updated_at"_s, key.plan.updated.isEmpty() ? key.plan.created : key.plan.updated},
        {u"current_concurrency"_s, 0}, {u"group"_s, group}};
    addWindows(row, key, visit.now);
    return row;
}

std::vector<const Key *> ownKeys(const World &world)
{
    const auto first = std::ranges::find_if(
        world.keys(), [](const Key &key) { return key.account().place == Place::Sub2api; });
    return world.keysOf(first->plan.account);
}

qint64 numberOf(const World &world, const Key &key)
{
    const auto keys = ownKeys(world);
    return FirstNumber + std::distance(keys.begin(), std::ranges::find(keys, &key));
}

Answer keyList(const Visit &visit)
{
    auto keys = ownKeys(visit.world);
    std::erase_if(keys, [&](const Key *key) { return key->deletedAt || !isAskedFor(visit, *key); });
    std::ranges::reverse(keys);
    const auto page = pageAsked(visit.asked);
    QByteArray items;
    for (auto at = page.first(); at < qMin<qint64>(page.first() + page.size, std::ssize(keys)); ++at) {
        const auto row = keyRow(visit, *keys[static_cast<std::size_t>(at)]);
        items += (items.isEmpty() ? "" : ",") + QJsonDocument(row).toJson(QJsonDocument::Compact);
    }
    return paged(items, std::ssize(keys), page);
}

} // namespace tollkeeper::simulator::panel
