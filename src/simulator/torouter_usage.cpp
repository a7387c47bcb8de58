// SPDX-License-Identifier: GPL-3.0-or-later
#include "simulator/catalogue.h"
#include "simulator/json_answer.h"
#include "simulator/torouter_parts.h"

#include <QJsonArray>
#include <QTimeZone>

#include <map>

using namespace Qt::Literals::StringLiterals;

namespace tollkeeper::simulator::torouter {
namespace {

constexpr qint64 MicrosPerDollar = 1'000'000;
constexpr Slot SlotsPerHour = 12;

//! The part of a row all lists share. Tokens read from a cache are counted beside the prompt's.
QJsonObject counts(const Figures &figures)
{
    return {{u"requests"_s, figures.requests},
        {u"input_tokens"_s, figures.promptTokens - figures.cacheReadTokens},
        {u"output_tokens"_s, figures.completionTokens}, {u"cache_read_tokens"_s, figures.cacheReadTokens},
        {u"total_tokens"_s, figures.promptTokens + figures.completionTokens},
        {u"cost"_s, dollars(figures.listMicros)}, {u"actual_cost"_s, dollars(figures.micros)}};
}

QJsonObject totals(const Figures &figures)
{
    auto object = counts(figures);
    object[u"cache_creation_tokens"_s] = 0;
    return object;
}

//! The days of a request in the zone it names; an unknown zone is the server's, UTC.
class Calendar {
public:
    explicit Calendar(const Visit &visit) : m_zone(zoneAsked(visit)), m_now(visit.now) { }

    [[nodiscard]] QDate today() const { return m_now.toTimeZone(m_zone).date(); }
    [[nodiscard]] Stretch days(const QDate &first, const QDate &last) const
    {
        const auto now = slotsUntil(m_now);
        return {qMin(slotFrom(first.startOfDay(m_zone)), now),
            qMin(slotFrom(last.addDays(1).startOfDay(m_zone)), now)};
    }

private:
    static QTimeZone zoneAsked(const Visit &visit)
    {
        const auto name = visit.asked.parameter(u"timezone"_s).value_or(QString()).toUtf8();
        // An empty name would give the machine's own zone.
        const auto zone = name.isEmpty() ? QTimeZone::utc() : QTimeZone(name);
        return zone.isValid() ? zone : QTimeZone::utc();
    }

    QTimeZone m_zone;
    QDateTime m_now;
};

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
        row[u"cache_write_tokens"_s] = 0;
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

//! A window of the key's own limits, on a fixed grid. Idle, it has no start.
QJsonObject window(const Visit &visit, const Key &key, const QString &name, Slot length, int limitDollars)
{
    const auto now = slotsUntil(visit.now);
    const auto start = now / length * length;
    const auto used = key.spent({start, now}).micros;
    const auto limit = limitDollars * MicrosPerDollar;
    QJsonObject object{{u"window"_s, name}, {u"limit"_s, dollars(limit)}, {u"used"_s, dollars(used)},
        {u"remaining"_s, dollars(qMax<qint64>(0, limit - used))}, {u"window_start"_s, QJsonValue::Null}};
    if (used > 0) {
        object[u"window_start"_s] = startOf(start).toString(Qt::ISODate);
        object[u"reset_at"_s] = startOf(start + length).toString(Qt::ISODate);
    }
    return object;
}

QJsonObject quotaShape(const Visit &visit, const Key &key)
{
    const auto limit = *key.plan.limit * MicrosPerDollar;
    const auto used = key.until(slotsUntil(visit.now)).micros;
    const auto remaining = dollars(limit - used);
    const auto expires = QDateTime::fromString(key.plan.expires, Qt::ISODate);
    const QJsonObject quota{{u"limit"_s, dollars(limit)}, {u"used"_s, dollars(used)},
        {u"remaining"_s, remaining}, {u"unit"_s, u"USD"_s}};
    return {{u"mode"_s, u"quota_limited"_s}, {u"isValid"_s, true},
        {u"status"_s, quotaIsUsedUp(key, visit.now) ? u"quota_exhausted"_s : u"active"_s},
        {u"quota"_s, quota}, {u"remaining"_s, remaining}, {u"unit"_s, u"USD"_s},
        {u"rate_limits"_s,
            QJsonArray{window(visit, key, u"5h"_s, 5 * SlotsPerHour, 25),
                window(visit, key, u"7d"_s, 7 * SlotsPerDay, 250)}},
        {u"expires_at"_s, key.plan.expires}, {u"days_until_expiry"_s, visit.now.daysTo(expires)}};
}

QJsonObject balanceShape(const Visit &visit, const Key &key)
{
    const auto slot = slotsUntil(visit.now);
    const auto balance = dollars(key.topUps->until(slot) - key.until(slot).micros);
    return {{u"mode"_s, u"unrestricted"_s}, {u"isValid"_s, true}, {u"planName"_s, u"Pay as you go"_s},
        {u"remaining"_s, balance}, {u"unit"_s, u"USD"_s}, {u"balance"_s, balance}};
}

QJsonObject subscriptionShape(const Visit &visit, const Key &key)
{
    constexpr auto WeeklyLimit = 150 * MicrosPerDollar;
    constexpr auto MonthlyLimit = 600 * MicrosPerDollar;
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
    switch (key.plan.billing) {
    case Billing::Quota:
        return quotaShape(visit, key);
    case Billing::Subscription:
        return subscriptionShape(visit, key);
    case Billing::Balance:
    case Billing::Plain:
        break;
    }
    return balanceShape(visit, key);
}

QJsonObject usageSoFar(const Visit &visit, const Key &key)
{
    const auto now = slotsUntil(visit.now);
    const auto lastSlotFigures = key.spent({qMax<Slot>(0, now - 1), now});
    return {{u"today"_s, totals(key.spent({slotOf(visit.now.date()), now}))},
        {u"total"_s, totals(key.until(now))}, {u"average_duration_ms"_s, 2140.5},
        {u"rpm"_s, lastSlotFigures.requests / 5},
        {u"tpm"_s, (lastSlotFigures.promptTokens + lastSlotFigures.completionTokens) / 5}};
}

//! A day of the query; nullopt when it is there and unreadable.
std::optional<QDate> dayAsked(const Visit &visit, const QString &name, const QDate &otherwise)
{
    const auto text = visit.asked.parameter(name);
    if (!text)
        return otherwise;
    const auto day = QDate::fromString(*text, u"yyyy-MM-dd"_s);
    return day.isValid() ? std::optional(day) : std::nullopt;
}

} // namespace

bool quotaIsUsedUp(const Key &key, const QDateTime &now)
{
    return key.plan.billing == Billing::Quota
        && key.until(slotsUntil(now)).micros >= *key.plan.limit * MicrosPerDollar;
}

Answer usage(const Visit &visit, const Key &key)
{
    const Calendar calendar(visit);
    const auto first = dayAsked(visit, u"start_date"_s, calendar.today().addDays(-29));
    const auto last = dayAsked(visit, u"end_date"_s, calendar.today());
    if (!first || !last)
        return failed(400, u"invalid_request_error"_s, u"dates are written YYYY-MM-DD"_s);
    auto object = billingShape(visit, key);
    object[u"usage"_s] = usageSoFar(visit, key);
    object[u"daily_usage"_s] = dailyUsage(visit, key, calendar);
    object[u"model_stats"_s] = *first <= *last ? modelStats(key, calendar.days(*first, *last)) : QJsonArray();
    return jsonAnswer(object);
}

} // namespace tollkeeper::simulator::torouter
