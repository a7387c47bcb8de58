// SPDX-License-Identifier: GPL-3.0-or-later
#include "simulator/json_answer.h"
#include "simulator/litellm_parts.h"

#include <QJsonArray>

#include <algorithm>

using namespace Qt::Literals::StringLiterals;

namespace tollkeeper::simulator::litellm {
namespace {

QDate monthOf(const QDateTime &now)
{
    return {now.date().year(), now.date().month(), 1};
}

QJsonValue orNull(const QString &text)
{
    return text.isEmpty() ? QJsonValue(QJsonValue::Null) : QJsonValue(text);
}

//! "30d" starts again on the first of the month.
void addBudget(QJsonObject &row, const Key &key, const QDateTime &now)
{
    const bool resets = !key.plan.limitReset.isEmpty();
    row[u"spend"_s] = dollars(spendOf(key, now));
    row[u"max_budget"_s]
        = key.plan.limitMicros ? QJsonValue(dollars(*key.plan.limitMicros)) : QJsonValue(QJsonValue::Null);
    row[u"soft_budget"_s] = QJsonValue::Null;
    row[u"budget_duration"_s] = resets ? QJsonValue(u"30d"_s) : QJsonValue(QJsonValue::Null);
    row[u"budget_reset_at"_s] = resets
        ? QJsonValue(monthOf(now).addMonths(1).toString(Qt::ISODate) + u"T00:00:00Z"_s)
        : QJsonValue(QJsonValue::Null);
}

QJsonObject keyRow(const Key &key, const QDateTime &now)
{
    QJsonObject row{{u"key_name"_s, u"sk-..."_s + QString::fromLatin1(key.text.right(4))},
        {u"key_alias"_s, key.plan.name}, {u"expires"_s, orNull(key.plan.expires)},
        {u"models"_s, QJsonArray()}, {u"aliases"_s, QJsonObject()}, {u"config"_s, QJsonObject()},
        {u"user_id"_s, orNull(key.plan.owner)}, {u"team_id"_s, QJsonValue::Null},
        {u"max_parallel_requests"_s, QJsonValue::Null}, {u"metadata"_s, QJsonObject()},
        {u"tpm_limit"_s, QJsonValue::Null}, {u"rpm_limit"_s, QJsonValue::Null},
        {u"model_spend"_s, QJsonObject()}, {u"model_max_budget"_s, QJsonObject()},
        {u"blocked"_s, QJsonValue::Null}, {u"created_at"_s, key.plan.created},
        {u"updated_at"_s, key.plan.created}};
    addBudget(row, key, now);
    return row;
}

//! A whole number of the query from 1 to `most`; nullopt when it is there and is none.
std::optional<qint64> countAsked(const Asked &asked, const QString &name, qint64 otherwise, qint64 most)
{
    const auto text = asked.parameter(name);
    if (!text)
        return otherwise;
    bool readable = false;
    const auto count = text->toLongLong(&readable);
    return readable && count >= 1 && count <= most ? std::optional(count) : std::nullopt;
}

} // namespace

qint64 spendOf(const Key &key, const QDateTime &now)
{
    const auto slot = slotsUntil(now);
    const auto begin = key.plan.limitReset.isEmpty() ? 0 : slotOf(monthOf(now));
    return key.spent({begin, slot}).micros;
}

Answer keyInfo(const Visit &visit, const Key &asker)
{
    const auto *shown = &asker;
    if (const auto wish = visit.asked.parameter(u"key"_s)) {
        const auto keys = visibleTo(visit, asker);
        const auto found = std::ranges::find_if(keys,
            [&](const Key *key) { return key->hash == *wish || QString::fromLatin1(key->text) == *wish; });
        if (found == keys.end() && !asker.plan.management)
            return refused(403, u"auth_error"_s, u"You are not allowed to access this key's info."_s);
        if (found == keys.end())
            return refused(404, u"not_found_error"_s, u"Key not found in database"_s);
        shown = *found;
    }
    return jsonAnswer({{u"key"_s, shown->hash}, {u"info"_s, keyRow(*shown, visit.now)}});
}

Answer keyList(const Visit &visit, const Key &asker)
{
    if (!asker.plan.management)
        return refused(401, u"auth_error"_s,
            u"Authentication Error, Only proxy admin can be used to list keys. Route=/key/list."_s);
    const auto page = countAsked(visit.asked, u"page"_s, 1, 1'000'000);
    const auto size = countAsked(visit.asked, u"size"_s, 10, 100);
    if (!page || !size)
        return unreadable(page ? u"size"_s : u"page"_s);
    const bool whole = visit.asked.parameter(u"return_full_object"_s).value_or(QString()) == u"true"_s;

    const auto keys = visibleTo(visit, asker);
    const auto count = static_cast<qint64>(keys.size());
    QJsonArray rows;
    for (auto at = (*page - 1) * *size; at < qMin(*page * *size, count); ++at) {
        const auto *key = keys[static_cast<std::size_t>(at)];
        auto row = keyRow(*key, visit.now);
        row[u"token"_s] = key->hash;
        rows.append(whole ? QJsonValue(row) : QJsonValue(key->hash));
    }
    return jsonAnswer({{u"keys"_s, rows}, {u"total_count"_s, count}, {u"current_page"_s, *page},
        {u"total_pages"_s, (count + *size - 1) / *size}});
}

} // namespace tollkeeper::simulator::litellm
