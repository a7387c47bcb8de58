// SPDX-License-Identifier: GPL-3.0-or-later
#include "simulator/json_answer.h"
#include "simulator/openrouter_parts.h"

#include <QJsonArray>

using namespace Qt::Literals::StringLiterals;

namespace tollkeeper::simulator::openrouter {
namespace {

constexpr qsizetype PageSize = 5;
const QString Workspace = u"00000000-0000-4000-8000-000000000001"_s;

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
    return reset == u"weekly"_s ? periods.weekly : periods.all;
}

QJsonValue orNull(const QString &text)
{
    return text.isEmpty() ? QJsonValue(QJsonValue::Null) : QJsonValue(text);
}

QJsonObject keyRow(const Key &key, const QDateTime &now)
{
    auto row = usageAndLimits(key, now);
    row[u"hash"_s] = key.hash;
    row[u"name"_s] = key.plan.name;
    row[u"disabled"_s] = key.plan.disabled;
    row[u"created_at"_s] = key.plan.created;
    row[u"updated_at"_s] = QJsonValue::Null;
    row[u"external_user"_s] = QJsonValue::Null;
    return row;
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
        {u"include_byok_in_limit"_s, false},
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
        {u"workspace_id"_s, Workspace},
    };
    if (key.plan.limit) {
        const auto limit = *key.plan.limit * qint64(1'000'000);
        const auto used = limitPeriod(periods, key.plan.limitReset).micros;
        object[u"limit"_s] = dollars(limit);
        object[u"limit_remaining"_s] = dollars(qMax<qint64>(0, limit - used));
    }
    return object;
}

Answer currentKey(const Key &key, const QDateTime &now)
{
    auto data = usageAndLimits(key, now);
    data[u"is_free_tier"_s] = false;
    data[u"is_management_key"_s] = key.plan.management;
    data[u"is_provisioning_key"_s] = key.plan.management;
    data[u"organization_id"_s] = QJsonValue::Null;
    data[u"allowed_data_regions"_s] = QJsonArray{u"global"_s};
    data[u"free_model_daily_requests"_s]
        = QJsonObject{{u"used"_s, 0}, {u"limit"_s, 1000}, {u"remaining"_s, 1000}};
    data[u"rate_limit"_s]
        = QJsonObject{{u"requests"_s, -1}, {u"interval"_s, u"10s"_s}, {u"note"_s, u"no longer used"_s}};
    return jsonAnswer({{u"data"_s, data}});
}

Answer listKeys(const Visit &visit)
{
    bool readable = true;
    const auto offset = visit.asked.parameter(u"offset"_s).value_or(u"0"_s).toLongLong(&readable);
    if (!readable || offset < 0)
        return refused(400, u"offset must be a whole number from 0"_s);
    const auto wish = visit.asked.parameter(u"include_disabled"_s).value_or(QString());
    const bool withDisabled = wish == u"true"_s || wish == u"1"_s;

    QJsonArray page;
    qlonglong index = 0;
    for (const auto *key : visit.world.managedKeys()) {
        if (key->plan.disabled && !withDisabled)
            continue;
        if (index++ >= offset && page.size() < PageSize)
            page.append(keyRow(*key, visit.now));
    }
    return jsonAnswer({{u"data"_s, page}});
}

} // namespace tollkeeper::simulator::openrouter
