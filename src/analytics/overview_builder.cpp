// SPDX-License-Identifier: GPL-3.0-or-later
#include "analytics/overview_builder.h"

#include "analytics/forecast_builder.h"
#include "storage/account_repository.h"
#include "storage/alert_repository.h"
#include "storage/budget_repository.h"
#include "storage/key_repository.h"
#include "storage/listing_repository.h"
#include "storage/spend_repository.h"

#include <QMap>

#include <algorithm>
#include <chrono>

using namespace Qt::Literals::StringLiterals;

namespace tollkeeper {
namespace {

constexpr int MostSeries = 7; // colours 1 to 7; the rest is the eighth
constexpr int AlertsShown = 20;
constexpr std::chrono::minutes StaleAfter(12); // two polls of five minutes, and their jitter
constexpr int UsualDays = 14;
constexpr int FewestUsualDays = 3;

//! The running sum over the days of a month, one value a day.
QList<Money> runningSums(const QList<SpendSum> &days, const DayRange &range, Currency currency)
{
    QList<Money> sums(range.days(), Money::fromNanos(0, currency));
    for (const auto &day : days)
        sums[range.first.daysTo(day.day)] += day.amount.billed;
    for (qsizetype i = 1; i < sums.size(); ++i)
        sums[i] += sums.at(i - 1);
    return sums;
}

void addInto(DailySeries &sum, const DailySeries &part)
{
    sum.total += part.total;
    for (qsizetype i = 0; i < sum.days.size(); ++i)
        sum.days[i] += part.days.at(i);
}

DailySeries emptySeries(const DayRange &month, Currency currency)
{
    DailySeries series;
    series.total = Money::fromNanos(0, currency);
    series.days = QList<Money>(month.days(), series.total);
    return series;
}

//! What the series leave of each day's total.
DailySeries notItemised(
    const QList<DailySeries> &series, const QList<SpendSum> &days, const DayRange &month, Currency currency)
{
    auto rest = emptySeries(month, currency);
    for (const auto &day : days) {
        rest.days[month.first.daysTo(day.day)] += day.amount.billed;
        rest.total += day.amount.billed;
    }
    for (const auto &one : series) {
        rest.total -= one.total;
        for (qsizetype i = 0; i < rest.days.size(); ++i)
            rest.days[i] -= one.days.at(i);
    }
    return rest;
}

QList<DailySeries> stacked(
    const QList<SpendSum> &sums, const QList<SpendSum> &days, const DayRange &month, Currency currency)
{
    QMap<std::pair<qint64, QString>, DailySeries> bySubject;
    for (const auto &sum : sums) {
        if (sum.name.isEmpty()) // a label that is not there: left to what no series has
            continue;
        auto &series = bySubject[{sum.ref, sum.name}];
        if (series.days.isEmpty()) {
            series = emptySeries(month, currency);
            series.name = sum.name;
        }
        series.total += sum.amount.billed;
        series.days[month.first.daysTo(sum.day)] += sum.amount.billed;
    }
    auto all = bySubject.values();
    all.removeIf([](const DailySeries &series) { return series.total.isZero(); });
    std::sort(all.begin(), all.end(), [](const auto &a, const auto &b) {
        return a.total == b.total ? a.name < b.name : a.total > b.total;
    });
    const auto unsplit = notItemised(all, days, month, currency);
    if (all.size() > MostSeries + 1) {
        auto rest = emptySeries(month, currency);
        rest.isRest = true;
        rest.members = static_cast<int>(all.size()) - MostSeries;
        while (all.size() > MostSeries)
            addInto(rest, all.takeLast());
        all.append(rest);
    }
    if (!unsplit.total.isZero())
        all.append(unsplit);
    return all;
}

Outcome failureOf(const Error &error)
{
    return fail(error);
}

} // namespace

bool isStale(const AccountHealth &health, const QDateTime &now)
{
    return !health.fetchedAt || health.failures >= 2
        || health.fetchedAt->msecsTo(now) > std::chrono::milliseconds(StaleAfter).count();
}

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
        return failureOf(budgets.error());
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
            return failureOf(answer->error());
    }
    if (!others)
        return failureOf(others.error());
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
        return failureOf(!days ? days.error() : lastDays.error());
    m_overview.cumulative = runningSums(*days, soFar, m_overview.currency);
    const auto known = spend.firstDay();
    if (!known)
        return failureOf(known.error());
    if (*known && **known <= before.first) // half a month would look like a cheap one
        m_overview.lastMonth = runningSums(*lastDays, before, m_overview.currency);
    return Done{};
}

Outcome OverviewBuilder::addUsualDay(SpendRepository &spend)
{
    const auto first = spend.firstDay();
    if (!first)
        return failureOf(first.error());
    if (!*first)
        return Done{};
    const DayRange range{
        std::max(**first, m_overview.today.addDays(-UsualDays)), m_overview.today.addDays(-1)};
    if (range.days() < FewestUsualDays)
        return Done{};
    const auto days = spend.byDay(range, m_overview.currency);
    if (!days)
        return failureOf(days.error());
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
        return failureOf(answer.error());
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
            return failureOf(answer->error());
    }
    m_overview.byKey = stacked(*keys, *days, month, m_overview.currency);
    m_overview.byModel = stacked(*models, *days, month, m_overview.currency);
    m_overview.byEnvironment = stacked(*environments, *days, month, m_overview.currency);
    m_overview.byTeam = stacked(*teams, *days, month, m_overview.currency);
    return Done{};
}

Outcome OverviewBuilder::addAccounts(SpendRepository &spend)
{
    AccountRepository repository(m_database);
    const auto accounts = repository.all();
    const auto sums = spend.byAccount(m_overview.month, m_overview.currency);
    if (!accounts || !sums)
        return failureOf(!accounts ? accounts.error() : sums.error());
    for (const auto &account : *accounts) {
        const auto health = repository.health(account.id);
        const auto balance = spend.balance(account.id);
        if (!health || !balance)
            return failureOf(!health ? health.error() : balance.error());
        AccountLine line;
        line.account = account;
        line.health = *health;
        const auto traits = m_traits.value(account.gateway, {account.gateway, false});
        line.gatewayName = traits.displayName;
        line.offersBalance = traits.offersBalance;
        if (*balance) {
            line.balance = (*balance)->amount;
            line.balanceAt = (*balance)->readAt;
        }
        line.spentThisMonth = Money::fromNanos(0, m_overview.currency);
        for (const auto &sum : *sums) {
            if (sum.ref == account.id.value())
                line.spentThisMonth = sum.amount.billed;
        }
        line.isStale = isStale(*health, m_now);
        m_overview.isAtLeast = m_overview.isAtLeast || line.isStale || !account.tellsSpend;
        m_overview.accounts.append(line);
    }
    return Done{};
}

Outcome OverviewBuilder::addKeys(SpendRepository &spend)
{
    const auto keys = KeyRepository(m_database).all();
    const auto today
        = spend.byDimension(Dimension::Key, {m_overview.today, m_overview.today}, m_overview.currency);
    const auto month = spend.byDimension(Dimension::Key, m_overview.month, m_overview.currency);
    if (!keys)
        return failureOf(keys.error());
    for (const auto *answer : {&today, &month}) {
        if (!*answer)
            return failureOf(answer->error());
    }
    const auto sumOf = [this](const QList<SpendSum> &sums, KeyId key) {
        for (const auto &sum : sums) {
            if (sum.ref == key.value())
                return sum.amount.billed;
        }
        return Money::fromNanos(0, m_overview.currency);
    };
    for (const auto &key : *keys) {
        KeySpendLine line{key, {}, sumOf(*today, key.id), sumOf(*month, key.id)};
        for (const auto &account : std::as_const(m_overview.accounts)) {
            if (account.account.id == key.account)
                line.accountName = account.account.name;
        }
        m_overview.keys.append(line);
    }
    std::stable_sort(m_overview.keys.begin(), m_overview.keys.end(),
        [](const KeySpendLine &a, const KeySpendLine &b) { return a.month > b.month; });
    return Done{};
}

Outcome OverviewBuilder::addAlerts()
{
    AlertRepository alerts(m_database);
    const auto latest = alerts.latest(AlertsShown);
    const auto open = alerts.counts();
    if (!latest || !open)
        return failureOf(!latest ? latest.error() : open.error());
    m_overview.alerts = *latest;
    m_overview.openAlerts = open->open;
    return Done{};
}

Outcome OverviewBuilder::addExpiringModels()
{
    const auto models = ListingRepository(m_database).expiringSoon(m_now);
    if (!models)
        return failureOf(models.error());
    m_overview.expiringModels = *models;
    return Done{};
}

} // namespace tollkeeper
