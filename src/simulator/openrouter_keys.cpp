// SPDX-License-Identifier: GPL-3.0-or-later
#include "simulator/json_answer.h"
#include "simulator/openrouter_parts.h"

#include <QJsonArray>

using namespace Qt::Literals::StringLiterals;

namespace tollkeeper::simulator::openrouter {
namespace {

constexpr qsizetype PageSize = 5;

//! One key's figures over the periods OpenRouter knows: UTC days, weeks from Monday, months.
struct Periods {
    Figures all;
    Figures daily;
    Figures weekly;
    Figures monthly;
};

Periods periodsOf(const Key &key, const QDateTime &now)
{
    const auto today = now.date();
    const auto all = key.until(slotsUntil(now));
    const auto since = [&](const QDate &day) { return all - key.until(slotOf(day)); };
    return {all, since(today), since(today.addDays(1 - today.dayOfWeek())),
        since(QDate(today.year(), today.month(), 1))};
}

const Figures &limitPeriod(const Periods &periods, const QString &reset)
{
    if (reset == u"monthly"_s)
        return periods.monthly;
    if (reset == u"daily"_s)
        return periods.daily;
    return reset == u"weekly"_s ? periods.weekly : periods.all;
}

QJsonValue orNull(const QString &text)
{
    return text.isEmpty() ? QJsonValue(QJsonValue::Null) : QJsonValue(text);
}

} // namespace

QJsonObject usageAndLimits(const Key &key, const QDateTime &now)
{
    const auto periods = periodsOf(key, now);
    QJsonObject object{
        {u"label"_s, key.label()},
        {u"limit"_s, QJsonValue::Null},
        {u"limit_remaining"_s, QJsonValue::Null},
        {u"limit_reset"_s, orNull(key.plan.limitReset)},
        {u"include_byok_in_limit"_s, key.plan.byokInLimit},
        {u"usage"_s, dollars(periods.all.micros)},
        {u"usage_daily"_s, dollars(periods.daily.micros)},
        {u"usage_weekly"_s, dollars(periods.weekly.micros)},
        {u"usage_monthly"_s, dollars(periods.monthly.micros)},
        {u"byok_usage"_s, dollars(periods.all.byokMicros)},
        {u"byok_usage_daily"_s, dollars(periods.daily.byokMicros)},
        {u"byok_usage_weekly"_s, dollars(periods.weekly.byokMicros)},
        {u"byok_usage_monthly"_s, dollars(periods.monthly.byokMicros)},
        {u"creator_user_id"_s, u"user_halden"_s},
        {u"expires_at"_s, orNull(key.plan.expires)},
        {u"workspace_id"_s, key.workspace().id},
    };
    if (key.plan.limitMicros) {
        const auto limit = *key.plan.limitMicros;
        const auto &period = limitPeriod(periods, key.plan.limitReset);
        const auto used = period.micros + (key.plan.byokInLimit ? period.byokMicros : 0);
        object[u"limit"_s] = dollars(limit);
        object[u"limit_remaining"_s] = dollars(qMax<qint64>(0, limit - used));
    }
    return object;
}

QJsonObject keyRow(const Key &key, const QDateTime &now)
{
    auto row = usageAndLimits(key, now);
    row[u"hash"_s] = key.hash;
    row[u"name"_s] = key.plan.name;
    row[u"disabled"_s] = key.disabledAt(now);
    row[u"created_at"_s] = key.plan.created;
    row[u"updated_at"_s] = orNull(key.plan.updated);
    row[u"external_user"_s] = QJsonValue::Null;
    return row;
}

Answer listKeys(const Visit &visit, const Key &manager)
{
    const auto offset = numberAsked(visit, u"offset"_s, 0, 1'000'000, 0);
    if (!offset)
        return refused(400, u"offset must be a whole number from 0"_s);
    const auto asked = workspaceAsked(visit, manager);
    if (asked.given && !asked.workspace)
        return refused(400, u"workspace_id is not a workspace of this account"_s);
    const auto &workspace = asked.given ? *asked.workspace : workspaceAt(manager.plan.account, 0);
    const auto wish = visit.asked.parameter(u"include_disabled"_s).value_or(QString());
    const bool withDisabled = wish == u"true"_s || wish == u"1"_s;

    QJsonArray page;
    int index = 0;
    for (const auto *key : visit.world.managed(manager.plan.account).keys) {
        if (key->deletedAt || &key->workspace() != &workspace
            || (key->disabledAt(visit.now) && !withDisabled))
            continue;
        if (index++ >= *offset && page.size() < PageSize)
            page.append(keyRow(*key, visit.now));
    }
    return jsonAnswer({{u"data"_s, page}});
}

} // namespace tollkeeper::simulator::openrouter
