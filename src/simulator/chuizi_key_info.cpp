// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/decimal.h"
#include "simulator/catalogue.h"
#include "simulator/chuizi_parts.h"
#include "simulator/json_answer.h"
#include "simulator/request_rows.h"

#include <QJsonArray>

using namespace Qt::Literals::StringLiterals;

namespace tollkeeper::simulator::chuizi {
namespace {

constexpr qint64 SettlesAfterMs = 20'000;

//! What is set aside for the requests that run now or are not settled: twice what each will cost. It makes
//! the balance dip for a while.
qint64 held(const Key &key, const QDateTime &now)
{
    const auto moment = now.toMSecsSinceEpoch();
    const auto slot = slotsUntil(now);
    qint64 micros = 0;
    for (auto at = qMax<Slot>(0, slot - 1); at <= qMin(slot, lastSlot() - 1); ++at) {
        for (const auto &row : requestsIn(key, at)) {
            if (row.momentMs <= moment && moment < row.momentMs + row.totalMs + SettlesAfterMs)
                micros += 2 * row.figures.micros;
        }
    }
    return micros;
}

QString balance(const Visit &visit, const Key &key)
{
    const auto left = visit.world.wallet(key.plan.account).balance(slotsUntil(visit.now));
    return amountText(left - held(key, visit.now));
}

QString prefix(const Key &key)
{
    return QString::fromLatin1(key.text.left(7));
}

//! Of the running UTC day.
QJsonObject usageToday(const Visit &visit, const Key &key)
{
    const auto figures = key.spent({slotOf(visit.now.date()), slotsUntil(visit.now)});
    return {{u"requests"_s, figures.requests}, {u"tokens"_s, figures.promptTokens + figures.completionTokens},
        {u"cost"_s, amountText(figures.micros)}};
}

QJsonArray allowedModels(const Key &key)
{
    QJsonArray names;
    for (const auto &series : key.series) {
        if (!series.isPosted())
            names.append(models()[series.spec().model].openRouterId());
    }
    return names;
}

QJsonValue dailyLimit(const Key &key)
{
    if (!key.plan.limitMicros)
        return QJsonValue::Null;
    return decimalText(*key.plan.limitMicros / 100, 4);
}

QJsonObject currentForm(const Visit &visit, const Key &key)
{
    const QJsonObject data{{u"key_prefix"_s, prefix(key)}, {u"name"_s, key.plan.name},
        {u"group"_s, u"default"_s}, {u"balance"_s, balance(visit, key)}, {u"tier"_s, u"basic"_s},
        {u"rpm_limit"_s, 120}, {u"daily_limit"_s, dailyLimit(key)}, {u"allowed_models"_s, allowedModels(key)},
        {u"is_active"_s, true}, {u"created_at"_s, key.plan.created}, {u"last_used_at"_s, QJsonValue::Null}};
    return {{u"data"_s, data}};
}

//! `daily` counts requests here, not dollars.
QJsonObject oldFlatForm(const Visit &visit, const Key &key)
{
    return {{u"object"_s, u"key_info"_s}, {u"key_prefix"_s, prefix(key)}, {u"name"_s, key.plan.name},
        {u"group"_s, u"default"_s}, {u"is_active"_s, true}, {u"balance"_s, balance(visit, key)},
        {u"currency"_s, u"USD"_s}, {u"rate_limit"_s, QJsonObject{{u"rpm"_s, 120}, {u"daily"_s, 5000}}},
        {u"allowed_models"_s, QJsonArray()}, {u"ip_whitelist"_s, QJsonArray()},
        {u"usage_today"_s, usageToday(visit, key)}, {u"created_at"_s, key.plan.created}};
}

QJsonObject oldNestedForm(const Visit &visit, const Key &key)
{
    const QJsonObject about{{u"name"_s, key.plan.name}, {u"prefix"_s, prefix(key)},
        {u"created_at"_s, key.plan.created}, {u"is_active"_s, true}};
    return {{u"key"_s, about}, {u"balance"_s, balance(visit, key)}, {u"currency"_s, u"USD"_s},
        {u"usage_today"_s, usageToday(visit, key)}};
}

} // namespace

Answer keyInfo(const Visit &visit, const Key &key)
{
    switch (key.account().dialect) {
    case Dialect::OldFlat:
        return jsonAnswer(oldFlatForm(visit, key));
    case Dialect::OldNested:
        return jsonAnswer(oldNestedForm(visit, key));
    case Dialect::Current:
        break;
    }
    return jsonAnswer(currentForm(visit, key));
}

} // namespace tollkeeper::simulator::chuizi
