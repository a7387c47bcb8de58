// SPDX-License-Identifier: GPL-3.0-or-later
#include "analytics/budget_outlook.h"

#include "analytics/day_history.h"
#include "storage/account_repository.h"
#include "storage/scope_spend_repository.h"

#include <algorithm>

namespace tollkeeper {
namespace {

//! Whether an account that the scope counts cannot tell, or has not told lately, all it spent.
Result<bool> countsAtLeast(Database &database, const BudgetScope &scope)
{
    AccountRepository repository(database);
    const auto accounts = repository.all();
    if (!accounts)
        return fail(accounts.error());
    for (const auto &account : *accounts) {
        if (scope.kind == BudgetScope::Kind::Account && scope.value != QString::number(account.id.value()))
            continue;
        const auto health = repository.health(account.id);
        if (!health)
            return fail(health.error());
        if (!account.tellsSpend || health->failures > 0)
            return true;
    }
    return false;
}

Money countedOf(const Budget &budget, const Amounts &amount)
{
    return budget.includesByok ? amount.billed + amount.byok : amount.billed;
}

class Builder {
public:
    Builder(Database &database, const Budget &budget, const QDateTime &now, const QTimeZone &zone)
        : m_database(database), m_budget(budget), m_now(now), m_today(localDay(now, zone))
    {
        m_history.zone = zone;
        m_history.currency = budget.limit.currency();
    }

    Result<BudgetOutlook> build(const DayRange &period)
    {
        m_outlook.period = period;
        m_outlook.counted = m_outlook.byok = Money::fromNanos(0, m_history.currency);
        const auto isAtLeast = countsAtLeast(m_database, m_budget.scope);
        if (!isAtLeast)
            return fail(isAtLeast.error());
        m_outlook.isAtLeast = *isAtLeast;
        if (auto read = readDays(); !read)
            return fail(read.error());
        addSums();
        if (period.first <= m_today && m_today <= period.last)
            addForecast();
        return std::move(m_outlook);
    }

private:
    Outcome readDays()
    {
        const auto heard = lastHeard(m_database, m_now);
        if (!heard)
            return fail(heard.error());
        m_history.heardAt = *heard;
        const auto &period = m_outlook.period;
        const DayRange asked{
            std::min(period.first, m_today).addDays(-MostForecastDays), std::max(period.last, m_today)};
        const auto days = ScopeSpendRepository(m_database).byDay(m_budget.scope, asked, m_history.currency);
        if (!days)
            return fail(days.error());
        for (const auto &day : *days) {
            m_history.days.insert(day.day, countedOf(m_budget, day.amount));
            if (day.day >= period.first && day.day <= period.last)
                m_outlook.byok += day.amount.byok;
        }
        if (!days->isEmpty())
            m_history.first = days->constFirst().day;
        return Done{};
    }

    //! What a clock that was set back has made the future counts as well: it is spent.
    void addSums()
    {
        const auto &period = m_outlook.period;
        for (auto day = period.first; day <= period.last; day = day.addDays(1)) {
            m_outlook.counted += m_history.on(day);
            if (day <= m_today)
                m_outlook.cumulative.append(m_outlook.counted);
        }
    }

    //! Made on the day up to which is known, which may lie before today; of a period in which nothing has
    //! been heard yet nothing is said.
    void addForecast()
    {
        const auto known = m_history.known();
        if (known < m_outlook.period.first)
            return;
        const auto facts = m_history.factsOn(known, m_outlook.period.first);
        m_outlook.daysKnown = int(facts.days.size());
        m_outlook.forecast = forecast(facts, m_outlook.period);
        if (m_outlook.forecast)
            m_outlook.byDay = forecastByDay(facts, m_outlook.period);
    }

    Database &m_database;
    const Budget &m_budget;
    QDateTime m_now;
    QDate m_today;
    DayHistory m_history;
    BudgetOutlook m_outlook;
};

} // namespace

Result<std::optional<BudgetOutlook>> outlookOf(
    Database &database, const Budget &budget, QDate day, const QDateTime &now, const QTimeZone &zone)
{
    const auto period = budget.period.around(day);
    if (!period)
        return std::nullopt;
    auto built = Builder(database, budget, now, zone).build(*period);
    if (!built)
        return fail(built.error());
    return std::optional(*std::move(built));
}

} // namespace tollkeeper
