// SPDX-License-Identifier: GPL-3.0-or-later
#include "simulator/calendar.h"
#include "simulator/catalogue.h"
#include "simulator/json_answer.h"
#include "simulator/torouter_parts.h"
#include "simulator/torouter_windows.h"

#include <QJsonArray>

using namespace Qt::Literals::StringLiterals;

namespace tollkeeper::simulator::torouter {
namespace {

//! The part of a row all lists share. Tokens read from and written to a cache are counted beside the
//! prompt's.
QJsonObject counts(const Figures &figures)
{
    return {{u"requests"_s, figures.requests}, {u"input_tokens"_s, freshTokens(figures)},
        {u"output_tokens"_s, figures.completionTokens}, {u"cache_read_tokens"_s, figures.cacheReadTokens},
        {u"total_tokens"_s, figures.promptTokens + figures.completionTokens},
        {u"cost"_s, dollars(figures.listMicros)}, {u"actual_cost"_s, dollars(figures.micros)}};
}

QJsonObject totals(const Figures &figures)
{
    auto object = counts(figures);
    object[u"cache_creation_tokens"_s] = figures.cacheWriteTokens;
    return object;
}

QJsonArray dailyUsage(const Visit &visit, const Key &key, const Calendar &calendar)
{
    auto days = visit.asked.parameter(u"days"_s).value_or(QString()).toInt();
    if (days < 1 || days > 90)
        days = 30;
    QJsonArray rows;
    for (auto date = calendar.today().addDays(1 - days); date <= calendar.today(); date = date.addDays(1)) {
        const auto figures = key.spent(calendar.days(date, date));
        if (figures.requests == 0)
            continue;
        auto row = counts(figures);
        row[u"date"_s] = date.toString(Qt::ISODate);
        row[u"cache_write_tokens"_s] = figures.cacheWriteTokens;
        rows.append(row);
    }
    return rows;
}

QJsonArray modelStats(const Key &key, const Stretch &stretch)
{
    QJsonArray rows;
    for (const auto &series : key.series) {
        const auto figures = series.until(stretch.to) - series.until(stretch.from);
        if (figures.requests == 0)
            continue;
        auto row = totals(figures);
        row[u"model"_s] = models()[series.spec().model].name;
        row[u"account_cost"_s] = dollars(figures.listMicros * 3 / 5);
        rows.append(row);
    }
    return rows;
}

QJsonObject windowRow(const WindowState &window)
{
    QJsonObject object{{u"window"_s, window.name}, {u"limit"_s, dollars(window.limitMicros)},
        {u"used"_s, dollars(window.usedMicros)},
        {u"remaining"_s, dollars(qMax<qint64>(0, window.limitMicros - window.usedMicros))},
        {u"window_start"_s, QJsonValue::Null}};
    if (window.start) {
        object[u"window_start"_s] = window.start->toString(Qt::ISODate);
        object[u"reset_at"_s] = window.end->toString(Qt::ISODate);
    }
    return object;
}

QJsonArray windowRows(const Visit &visit, const Key &key)
{
    QJsonArray rows;
    for (const auto &window : windowsOf(key, visit.now))
        rows.append(windowRow(window));
    return rows;
}

//! What the key itself says about its state; the gateway answers it all the same.
QString statusOf(const Key &key, const QDateTime &now)
{
    if (quotaIsUsedUp(key, now))
        return u"quota_exhausted"_s;
    return key.expiredAt(now) ? u"expired"_s : u"active"_s;
}

//! Cap and windows of a key, each where it has one.
QJsonObject quotaShape(const Visit &visit, const Key &key)
{
    QJsonObject object{{u"mode"_s, u"quota_limited"_s}, {u"isValid"_s, true},
        {u"status"_s, statusOf(key, visit.now)}, {u"unit"_s, u"USD"_s}};
    if (key.plan.limitMicros) {
        const auto limit = *key.plan.limitMicros;
        const auto used = key.until(slotsUntil(visit.now)).micros;
        const auto remaining = dollars(limit - used);
        object[u"quota"_s] = QJsonObject{{u"limit"_s, dollars(limit)}, {u"used"_s, dollars(used)},
            {u"remaining"_s, remaining}, {u"unit"_s, u"USD"_s}};
        object[u"remaining"_s] = remaining;
    }
    if (!key.plan.windows.empty())
        object[u"rate_limits"_s] = windowRows(visit, key);
    if (!key.plan.expires.isEmpty()) {
        const auto expires = QDateTime::fromString(key.plan.expires, Qt::ISODate);
        object[u"expires_at"_s] = key.plan.expires;
        object[u"days_until_expiry"_s] = visit.now.daysTo(expires);
    }
    return object;
}

qint64 balanceOf(const Visit &visit, const Key &key)
{
    const auto slot = slotsUntil(visit.now);
    if (key.topUps)
        return key.topUps->until(slot) - key.until(slot).micros;
    return visit.world.wallet(key.plan.account).balance(slot);
}

QJsonObject balanceShape(const Visit &visit, const Key &key)
{
    const auto balance = dollars(balanceOf(visit, key));
    return {{u"mode"_s, u"unrestricted"_s}, {u"isValid"_s, true}, {u"planName"_s, u"Pay as you go"_s},
        {u"remaining"_s, balance}, {u"unit"_s, u"USD"_s}, {u"balance"_s, balance}};
}

QJsonObject subscriptionShape(const Visit &visit, const Key &key)
{
    constexpr auto WeeklyLimit = 150 * Dollar;
    constexpr auto MonthlyLimit = 600 * Dollar;
    const auto now = slotsUntil(visit.now);
    const auto today = visit.now.date();
    const auto week = slotOf(today.addDays(1 - today.dayOfWeek()));
    const auto since = [&](Slot from) { return key.spent({from, now}).micros; };
    const auto weekly = since(week);
    const auto monthly = since(slotOf(QDate(today.year(), today.month(), 1)));
    const QJsonObject subscription{{u"daily_usage_usd"_s, dollars(since(slotOf(today)))},
        {u"weekly_usage_usd"_s, dollars(weekly)}, {u"monthly_usage_usd"_s, dollars(monthly)},
        {u"daily_limit_usd"_s, QJsonValue::Null}, {u"weekly_limit_usd"_s, dollars(WeeklyLimit)},
        {u"monthly_limit_usd"_s, dollars(MonthlyLimit)},
        {u"weekly_window_start"_s, startOf(week).toString(Qt::ISODate)},
        {u"expires_at"_s, u"2027-01-01T00:00:00Z"_s}};
    const auto remaining = qMax<qint64>(0, qMin(WeeklyLimit - weekly, MonthlyLimit - monthly));
    return {{u"mode"_s, u"unrestricted"_s}, {u"isValid"_s, true}, {u"planName"_s, u"Team"_s},
        {u"unit"_s, u"USD"_s}, {u"remaining"_s, dollars(remaining)}, {u"subscription"_s, subscription}};
}

QJsonObject billingShape(const Visit &visit, const Key &key)
{
    if (key.plan.limitMicros || !key.plan.windows.empty())
        return quotaShape(visit, key);
    return key.plan.billing == Billing::Subscription ? subscriptionShape(visit, key)
                                                     : balanceShape(visit, key);
}

QJsonObject usageSoFar(const Visit &visit, const Key &key)
{
    const auto now = slotsUntil(visit.now);
    const auto lastSlotFigures = key.spent({qMax<Slot>(0, now - 1), now});
    return {{u"today"_s, totals(key.spent({slotOf(visit.now.date()), now}))},
        {u"total"_s, totals(key.until(now))}, {u"average_duration_ms"_s, AverageDurationMs},
        {u"rpm"_s, lastSlotFigures.requests / 5},
        {u"tpm"_s, (lastSlotFigures.promptTokens + lastSlotFigures.completionTokens) / 5}};
}

} // namespace

bool quotaIsUsedUp(const Key &key, const QDateTime &now)
{
    return key.plan.limitMicros && key.until(slotsUntil(now)).micros >= *key.plan.limitMicros;
}

bool balanceIsUsedUp(const Visit &visit, const Key &key)
{
    const bool hasBalance
        = key.plan.billing != Billing::Subscription && (key.topUps || key.account().place == Place::Sub2api);
    return hasBalance && balanceOf(visit, key) <= 0;
}

bool planIsUsedUp(const Visit &visit, const Key &key)
{
    return key.plan.billing == Billing::Subscription
        && subscriptionShape(visit, key)[u"remaining"_s].toDouble() <= 0;
}

Answer usage(const Visit &visit, const Key &key)
{
    const Calendar calendar(visit.asked, visit.now);
    const auto first = dayAsked(visit.asked, u"start_date"_s, calendar.today().addDays(-29));
    const auto last = dayAsked(visit.asked, u"end_date"_s, calendar.today());
    if (!first || !last)
        return failed(400, u"invalid_request_error"_s, u"dates are written YYYY-MM-DD"_s);
    auto object = billingShape(visit, key);
    object[u"usage"_s] = usageSoFar(visit, key);
    object[u"daily_usage"_s] = dailyUsage(visit, key, calendar);
    object[u"model_stats"_s] = *first <= *last ? modelStats(key, calendar.days(*first, *last)) : QJsonArray();
    return jsonAnswer(object);
}

} // namespace tollkeeper::simulator::torouter
