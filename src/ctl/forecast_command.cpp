// SPDX-License-Identifier: GPL-3.0-or-later
#include "analytics/forecast_builder.h"
#include "ctl/commands.h"
#include "storage/spend_repository.h"
#include "words/figures.h"

#include <QJsonArray>

using namespace Qt::Literals::StringLiterals;

namespace tollkeeper::ctl {
namespace {

constexpr int MonthsShown = 12;

QJsonValue toJson(const std::optional<Forecast> &forecast)
{
    if (!forecast)
        return {};
    return QJsonObject{{u"expected"_s, ctl::toJson(forecast->expected)},
        {u"low"_s, ctl::toJson(forecast->low)}, {u"high"_s, ctl::toJson(forecast->high)},
        {u"days_learnt_from"_s, forecast->daysLearntFrom}};
}

QJsonValue toJson(const std::optional<ForecastDriver> &driver)
{
    if (!driver)
        return {};
    return QJsonObject{{u"name"_s, driver->name}, {u"is"_s, driver->isModel ? u"model"_s : u"key"_s},
        {u"per_day"_s, ctl::toJson(driver->perDay)},
        {u"per_day_before"_s, ctl::toJson(driver->perDayBefore)}};
}

QJsonArray toJson(const QList<ForecastMiss> &past)
{
    QJsonArray months;
    for (const auto &miss : past)
        months.append(QJsonObject{{u"month"_s, miss.month.first.toString(u"yyyy-MM")},
            {u"actual"_s, ctl::toJson(miss.actual)}, {u"forecasts"_s, miss.forecasts},
            {u"miss"_s, miss.forecasts > 0 ? QJsonValue(ctl::toJson(miss.miss)) : QJsonValue()},
            {u"straight_line_miss"_s,
                miss.forecasts > 0 ? QJsonValue(ctl::toJson(miss.straightLineMiss)) : QJsonValue()}});
    return months;
}

void print(const Call &call, const ForecastAnswer &answer)
{
    const auto month = monthText(answer.month.first);
    if (answer.forecast) {
        printLine(call.mode,
            u"%1 forecast: %2 (%3 to %4), %5 spent so far."_s.arg(month, moneyText(answer.forecast->expected),
                moneyText(answer.forecast->low), moneyText(answer.forecast->high), moneyText(answer.spent)));
    } else {
        printLine(call.mode,
            u"No forecast of %1 yet: %2 whole days are known, and it takes %3."_s.arg(month)
                .arg(answer.daysKnown)
                .arg(FewestForecastDays));
    }
    if (answer.driver)
        printLine(call.mode,
            u"“%1” moves it most: %2 a day, %3 before."_s.arg(answer.driver->name,
                moneyText(answer.driver->perDay), moneyText(answer.driver->perDayBefore)));
    QList<QStringList> table{{u"MONTH"_s, u"SPENT"_s, u"FORECAST OFF BY"_s, u"STRAIGHT LINE OFF BY"_s}};
    for (const auto &miss : answer.past) {
        const bool isKnown = miss.forecasts > 0;
        table.append({miss.month.first.toString(u"yyyy-MM"), moneyText(miss.actual),
            isKnown ? moneyText(miss.miss) : u"-"_s, isKnown ? moneyText(miss.straightLineMiss) : u"-"_s});
    }
    if (!answer.past.isEmpty())
        printTable(call.mode, table, {false, true, true, true});
}

Exit run(const Call &call)
{
    auto currency = Currency::fromCode(call.options.value(u"currency"_s));
    if (call.options.isSet(u"currency"_s) && !currency)
        return reportUsage(u"--currency needs three letters such as USD."_s);
    const auto answer = wait(call.engine.storage().read(
        [currency, now = call.engine.clock().now()](Database &database) -> Result<ForecastAnswer> {
            const auto main = SpendRepository(database).mainCurrency();
            if (!main)
                return fail(main.error());
            return forecastMonth(database, now, currency.value_or(*main), MonthsShown);
        }));
    if (!answer)
        return report(call.mode, answer.error());
    if (call.mode.json)
        printJson({{u"month"_s, answer->month.first.toString(u"yyyy-MM")},
            {u"zone"_s, QString::fromLatin1(answer->zone.id())}, {u"spent"_s, ctl::toJson(answer->spent)},
            {u"forecast"_s, toJson(answer->forecast)},
            {u"straight_line"_s, ctl::toJson(answer->straightLine)}, {u"days_known"_s, answer->daysKnown},
            {u"fewest_days"_s, FewestForecastDays}, {u"driver"_s, toJson(answer->driver)},
            {u"past"_s, toJson(answer->past)}});
    print(call, *answer);
    return Exit::Done;
}

} // namespace

QList<Command> forecastCommands()
{
    return {{u"forecast"_s, u"Say what the month will cost, and how wrong that was in past months."_s, {},
        Needs::Reading, {{u"currency"_s, u"Currency; the main one by default."_s, u"C"_s}}, run}};
}

} // namespace tollkeeper::ctl
