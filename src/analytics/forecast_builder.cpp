// SPDX-License-Identifier: GPL-3.0-or-later
#include "analytics/forecast_builder.h"

#include "analytics/day_history.h"
#include "storage/account_repository.h"
#include "storage/spend_repository.h"

#include <QHash>

#include <algorithm>

namespace tollkeeper {
namespace {

constexpr int RecentDays = 7;
constexpr int DaysBefore = 21;

class Builder {
public:
    Builder(Database &database, const QDateTime &now, Currency currency)
        : m_spend(database), m_database(database)
    {
        m_answer.asOf = now;
        m_answer.currency = currency;
    }

    Result<ForecastAnswer> build(int pastMonths)
    {
        if (auto read = readDays(pastMonths); !read)
            return fail(read.error());
        const auto facts = m_history.factsOn(m_history.known(), m_answer.month.first);
        m_answer.forecast = forecast(facts, m_answer.month);
        m_answer.byDay = forecastByDay(facts, m_answer.month);
        m_answer.straightLine = straightLine(facts, m_answer.month);
        m_answer.daysKnown = int(facts.days.size());
        auto month = m_answer.month;
        for (int i = 0; i < pastMonths; ++i) {
            month = monthBefore(month.first);
            if (m_history.first.isValid() && m_history.first <= month.first)
                m_answer.past.append(missOf(month));
        }
        if (auto found = findDriver(); !found)
            return fail(found.error());
        return std::move(m_answer);
    }

private:
    QDate today() const { return localDay(m_answer.asOf, m_answer.zone); }
    Outcome readDays(int pastMonths)
    {
        const auto zone = AccountRepository(m_database).zone();
        const auto first = m_spend.firstDay();
        if (!zone)
            return fail(zone.error());
        if (!first)
            return fail(first.error());
        const auto heard = lastHeard(m_database, m_answer.asOf);
        if (!heard)
            return fail(heard.error());
        m_answer.zone = *zone;
        m_answer.month = monthOf(today());
        const DayRange asked{m_answer.month.first.addMonths(-pastMonths).addDays(-MostForecastDays), today()};
        const auto days = m_spend.byDay(asked, m_answer.currency);
        if (!days)
            return fail(days.error());
        m_history = {*zone, m_answer.currency, first->value_or(QDate()), {}, *heard};
        m_answer.spent = Money::fromNanos(0, m_answer.currency);
        for (const auto &day : *days) {
            m_history.days.insert(day.day, day.amount.billed);
            if (day.day >= m_answer.month.first)
                m_answer.spent += day.amount.billed;
        }
        return Done{};
    }

    ForecastMiss missOf(const DayRange &month) const
    {
        ForecastMiss miss;
        miss.month = month;
        miss.actual = miss.miss = miss.straightLineMiss = Money::fromNanos(0, m_answer.currency);
        for (auto day = month.first; day <= month.last; day = day.addDays(1))
            miss.actual += m_history.on(day);
        qint64 ours = 0;
        qint64 straight = 0;
        for (auto day = month.first.addDays(1); day <= month.last; day = day.addDays(1)) {
            const auto facts = m_history.factsOn(day, month.first);
            const auto found = forecast(facts, month);
            const auto line = straightLine(facts, month);
            if (!found || !line)
                continue;
            ++miss.forecasts;
            ours += std::abs((found->expected - miss.actual).nanos());
            straight += std::abs((*line - miss.actual).nanos());
        }
        if (miss.forecasts > 0) {
            miss.miss = Money::fromNanos(ours / miss.forecasts, m_answer.currency);
            miss.straightLineMiss = Money::fromNanos(straight / miss.forecasts, m_answer.currency);
        }
        return miss;
    }

    Outcome findDriver()
    {
        for (const auto dimension : {Dimension::Key, Dimension::Model}) {
            const DayRange recent{m_history.known().addDays(-RecentDays), m_history.known().addDays(-1)};
            const DayRange before{recent.first.addDays(-DaysBefore), recent.first.addDays(-1)};
            const auto now = m_spend.byDimension(dimension, recent, m_answer.currency);
            const auto then = m_spend.byDimension(dimension, before, m_answer.currency);
            if (!now || !then)
                return fail(!now ? now.error() : then.error());
            takeDriver(*now, *then, dimension == Dimension::Model);
        }
        return Done{};
    }

    void takeDriver(const QList<SpendSum> &now, const QList<SpendSum> &then, bool isModel)
    {
        if (m_history.first.isNull() || m_history.first.daysTo(m_history.known()) < RecentDays + DaysBefore)
            return;
        QHash<qint64, ForecastDriver> all;
        const auto zero = Money::fromNanos(0, m_answer.currency);
        for (const auto &sum : now)
            all.insert(sum.ref,
                {sum.name, isModel,
                    Money::fromNanos(sum.amount.billed.nanos() / RecentDays, m_answer.currency), zero});
        for (const auto &sum : then) {
            if (!all.contains(sum.ref))
                all.insert(sum.ref, {sum.name, isModel, zero, zero});
            all[sum.ref].perDayBefore
                = Money::fromNanos(sum.amount.billed.nanos() / DaysBefore, m_answer.currency);
        }
        const auto change = [](const ForecastDriver &driver) {
            return std::abs((driver.perDay - driver.perDayBefore).nanos());
        };
        for (const auto &candidate : std::as_const(all)) {
            if (!m_answer.driver || change(candidate) > change(*m_answer.driver))
                m_answer.driver = candidate;
        }
    }

    SpendRepository m_spend;
    Database &m_database;
    ForecastAnswer m_answer;
    DayHistory m_history;
};

} // namespace

Result<ForecastAnswer> forecastMonth(
    Database &database, const QDateTime &now, Currency currency, int pastMonths)
{
    return Builder(database, now, currency).build(pastMonths);
}

} // namespace tollkeeper
