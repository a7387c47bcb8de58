// SPDX-License-Identifier: GPL-3.0-or-later
#include "analytics/overview_builder.h"

#include "analytics/forecast_builder.h"
#include "analytics/month_charts.h"
#include "storage/account_repository.h"
#include "storage/alert_repository.h"
#include "storage/budget_repository.h"
#include "storage/listing_repository.h"
#include "storage/spend_repository.h"

#include <algorithm>

using namespace Qt::Literals::StringLiterals;

namespace tollkeeper {
namespace {

constexpr int AlertsShown = 20;
constexpr int UsualDays = 14;
constexpr int FewestUsualDays = 3;

} // namespace

Result<Overview> OverviewBuilder::build()
{
    AccountRepository accounts(m_database);
    const auto zone = accounts.zone();
    if (!zone)
        return fail(zone.error());
    SpendRepository spend(m_database);
    const auto currency = spend.mainCurrency();
    if (!currency)
        return fail(currency.error());
    m_overview.asOf = m_now;
    m_overview.zone = *zone;
    m_overview.currency = *currency;
    m_overview.today = localDay(m_now, *zone);
    m_overview.month = monthOf(m_overview.today);
    const auto start = startOfDay(m_overview.month.first, *zone);
    const auto end = startOfDay(m_overview.month.last.addDays(1), *zone);
    m_overview.monthGone
        = static_cast<double>(start.msecsTo(m_now)) / static_cast<double>(start.msecsTo(end));

    // The budget's currency decides what the page counts in.
    for (const auto step : {&OverviewBuilder::addBudget, &OverviewBuilder::addTotals,
             &OverviewBuilder::addCumulative, &OverviewBuilder::addUsualDay, &OverviewBuilder::addForecast,
             &OverviewBuilder::addSeries, &OverviewBuilder::addAccounts, &OverviewBuilder::addKeys}) {
        if (auto done = (this->*step)(spend); !done)
            return fail(done.error());
    }
    if (auto done = addAlerts(); !done)
        return fail(done.error());
    if (auto done = addExpiringModels(); !done)
        return fail(done.error());
    return std::move(m_overview);
}

Outcome OverviewBuilder::addBudget(SpendRepository &)
{
    const auto budgets = BudgetRepository(m_database).all();
    if (!budgets)
        return fail(budgets.error());
    const auto shown = std::find_if(budgets->begin(), budgets->end(), isMonthlyForEverything);
    if (shown != budgets->end()) {
        m_overview.budget = *shown;
        m_overview.currency = m_overview.budget->limit.currency();
    }
    return Done{};
}

Outcome OverviewBuilder::addTotals(SpendRepository &spend)
{
    const auto today = m_overview.today;
    const auto month = spend.total(m_overview.month, m_overview.currency);
    const auto todaySoFar = spend.total({today, today}, m_overview.currency);
    const auto week = spend.total({today.addDays(-6), today}, m_overview.currency);
    const auto others = spend.otherCurrencies(m_overview.month, m_overview.currency);
    for (const auto *answer : {&month, &todaySoFar, &week}) {
        if (!*answer)
            return fail(answer->error());
    }
    if (!others)
        return fail(others.error());
    m_overview.spent = month->billed;
    m_overview.byok = month->byok;
    m_overview.counted = month->billed;
    if (m_overview.budget && m_overview.budget->includesByok)
        m_overview.counted += month->byok;
    m_overview.todaySoFar = todaySoFar->billed;
    m_overview.lastSevenDays = week->billed;
    m_overview.otherCurrencies = *others;
    return Done{};
}

Outcome OverviewBuilder::addCumulative(SpendRepository &spend)
{
    const DayRange soFar{m_overview.month.first, m_overview.today};
    const auto before = monthBefore(m_overview.today);
    const auto days = spend.byDay(soFar, m_overview.currency);
    const auto lastDays = spend.byDay(before, m_overview.currency);
    if (!days || !lastDays)
        return fail(!days ? days.error() : lastDays.error());
    m_overview.cumulative = runningSums(*days, soFar, m_overview.currency);
    const auto known = spend.firstDay();
    if (!known)
        return fail(known.error());
    if (*known && **known <= before.first) // half a month would look like a cheap one
        m_overview.lastMonth = runningSums(*lastDays, before, m_overview.currency);
    return Done{};
}

Outcome OverviewBuilder::addUsualDay(SpendRepository &spend)
{
    const auto first = spend.firstDay();
    if (!first)
        return fail(first.error());
    if (!*first)
        return Done{};
    const DayRange range{
        std::max(**first, m_overview.today.addDays(-UsualDays)), m_overview.today.addDays(-1)};
    if (range.days() < FewestUsualDays)
        return Done{};
    const auto days = spend.byDay(range, m_overview.currency);
    if (!days)
        return fail(days.error());
    QList<qint64> amounts(range.days(), 0);
    for (const auto &day : *days)
        amounts[range.first.daysTo(day.day)] = day.amount.billed.nanos();
    std::sort(amounts.begin(), amounts.end());
    const auto middle = amounts.size() / 2;
    const auto median
        = amounts.size() % 2 != 0 ? amounts.at(middle) : (amounts.at(middle - 1) + amounts.at(middle)) / 2;
    m_overview.usualDay = Money::fromNanos(median, m_overview.currency);
    return Done{};
}

Outcome OverviewBuilder::addForecast(SpendRepository &)
{
    const auto answer = forecastMonth(m_database, m_now, m_overview.currency, 1);
    if (!answer)
        return fail(answer.error());
    m_overview.forecast = answer->forecast;
    m_overview.forecastDays = answer->byDay;
    m_overview.forecastDriver = answer->driver;
    if (!answer->past.isEmpty() && answer->past.constFirst().forecasts > 0)
        m_overview.forecastMiss = answer->past.constFirst();
    return Done{};
}

Outcome OverviewBuilder::addSeries(SpendRepository &spend)
{
    const auto &month = m_overview.month;
    const auto days = spend.byDay(month, m_overview.currency);
    const auto keys = spend.byDimensionAndDay(Dimension::Key, month, m_overview.currency);
    const auto models = spend.byDimensionAndDay(Dimension::Model, month, m_overview.currency);
    const auto environments = spend.byLabelAndDay(u"environment"_s, month, m_overview.currency);
    const auto teams = spend.byLabelAndDay(u"team"_s, month, m_overview.currency);
    for (const auto *answer : {&days, &keys, &models, &environments, &teams}) {
        if (!*answer)
            return fail(answer->error());
    }
    m_overview.byKey = stacked(*keys, *days, month, m_overview.currency);
    m_overview.byModel = stacked(*models, *days, month, m_overview.currency);
    m_overview.byEnvironment = stacked(*environments, *days, month, m_overview.currency);
    m_overview.byTeam = stacked(*teams, *days, month, m_overview.currency);
    return Done{};
}

Outcome OverviewBuilder::addAlerts()
{
    AlertRepository alerts(m_database);
    const auto latest = alerts.latest(AlertsShown);
    const auto open = alerts.counts();
    if (!latest || !open)
        return fail(!latest ? latest.error() : open.error());
    m_overview.alerts = *latest;
    m_overview.openAlerts = open->open;
    return Done{};
}

Outcome OverviewBuilder::addExpiringModels()
{
    const auto models = ListingRepository(m_database).expiringSoon(m_now);
    if (!models)
        return fail(models.error());
    m_overview.expiringModels = *models;
    return Done{};
}

} // namespace tollkeeper
