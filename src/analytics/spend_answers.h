// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "analytics/forecast_answers.h"
#include "domain/account.h"
#include "domain/api_key.h"
#include "domain/budget.h"
#include "domain/forecast.h"
#include "domain/poll_facts.h"

#include <QList>
#include <QTimeZone>

namespace tollkeeper {

//! What spend can be asked by. The words are those of `tollkeeperctl spend --by`.
enum class SpendBy : std::uint8_t { Account, Key, Model, Provider, Day, Team, Environment };
[[nodiscard]] QLatin1StringView toText(SpendBy by);
[[nodiscard]] std::optional<SpendBy> spendByFromText(QStringView text);

struct SpendQuery {
    DayRange range; //!< days of `zone`
    SpendBy by = SpendBy::Account;
    QTimeZone zone; //!< invalid: the reporting zone
    Currency currency; //!< amounts of other currencies are named apart, never added
};

struct SpendRow {
    QString name;
    Amounts amount;
    std::optional<qint64> requests; //!< nullopt: not told, never 0
    std::optional<qint64> inputTokens;
    std::optional<qint64> outputTokens;
    qint64 id = 0; //!< of the account, key, model or provider; 0 where a row is something else
};

//! The answer to a SpendQuery: rows plus notItemised equal total.
struct SpendTable {
    SpendQuery query;
    Amounts total;
    Money notItemised;
    bool isAtLeast = false; //!< some account cannot tell, or has not told lately, all of its spend
    QList<SpendRow> rows; //!< largest first; by day in time order
    QList<Money> otherCurrencies; //!< totals that are not in `total`
};

//! One colour of the stacked chart: an amount for each day of the month.
struct DailySeries {
    QString name; //!< of the key or model; empty: not itemised
    bool isRest = false; //!< the smaller ones together
    int members = 1; //!< how many a rest stands for
    Money total;
    QList<Money> days; //!< one per day of the month, zero where nothing was spent
};

struct AccountLine {
    Account account;
    QString gatewayName; //!< "OpenRouter"
    AccountHealth health;
    std::optional<Money> balance; //!< nullopt: not offered or not told yet
    bool offersBalance = false;
    std::optional<QDateTime> balanceAt; //!< UTC
    Money spentThisMonth;
    bool isStale = false; //!< its figures are older than two polls
};

struct KeySpendLine {
    ApiKey key;
    QString accountName;
    Money today;
    Money month;
};

//! Everything the Overview shows, read in one go so that its figures agree with each other.
struct Overview {
    QDateTime asOf; //!< UTC, of the injected clock
    QTimeZone zone; //!< reporting zone
    QDate today; //!< of that zone
    DayRange month;
    Currency currency;
    Money spent; //!< month to date
    Money byok; //!< month to date, billed by providers, not in `spent`
    bool isAtLeast = false;
    std::optional<Budget> budget; //!< the monthly budget for everything
    Money counted; //!< what the budget counts: spent, with BYOK where it says so
    Money todaySoFar;
    std::optional<Money> usualDay; //!< median of the last 14 full days; none before 3 days of history
    Money lastSevenDays; //!< today included
    double monthGone = 0; //!< share of the month that has passed, 0 to 1
    QList<Money> cumulative; //!< end of each day of the month up to today; the last one is now
    //! What the month will have cost, billed; nullopt: too few days are known.
    std::optional<Forecast> forecast;
    std::optional<ForecastDriver> forecastDriver; //!< what moves the forecast most; nullopt: not known
    std::optional<ForecastMiss> forecastMiss; //!< of the month before, where it is wholly known
    QList<Forecast> forecastDays; //!< the running sum at the end of today and of each day that is left
    QList<Money> lastMonth; //!< the same for the month before, whole; empty unless all of it is known
    QList<DailySeries> byKey; //!< largest first, at most 7, then the rest, then what is not itemised
    QList<DailySeries> byModel;
    QList<DailySeries>
        byEnvironment; //!< labels the keys had then; the last one: of keys without, and of no key
    QList<DailySeries> byTeam;
    QList<AccountLine> accounts;
    QList<KeySpendLine> keys; //!< most expensive first
    QList<Alert> alerts; //!< newest first, at most 20
    int openAlerts = 0;
    QList<Money> otherCurrencies;
    QList<ExpiringModel> expiringModels; //!< in use, and soon no longer offered; the first to go comes first
};

} // namespace tollkeeper
