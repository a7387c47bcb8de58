// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/translation_contexts.h"
#include "viewmodels/budget_lines.h"
#include "words/figures.h"

#include <QPointF>

#include <algorithm>
#include <set>

using namespace Qt::Literals::StringLiterals;

namespace tollkeeper {
namespace {

constexpr double RoomAbove = 1.08;
constexpr int DaysOfWeek = 7;
constexpr int MostDayMarks = 7;

QVariant mark(double value, const QString &text, bool isLimit = false)
{
    BudgetMark mark;
    mark.value = value;
    mark.text = text;
    mark.isLimit = isLimit;
    return QVariant::fromValue(mark);
}

//! The days that have a name under the chart: all of a week, else every seventh, or fewer.
QVariantList dayMarks(const DayRange &period)
{
    QVariantList marks;
    const auto days = period.days();
    const auto step = days <= MostDayMarks ? 1 : std::max<qint64>(DaysOfWeek, (days + 4) / 5);
    for (qint64 day = 0; day < days; day += step)
        marks.append(mark(double(day) + (days == 1 ? 0.5 : 1), shortDayText(period.first.addDays(day))));
    return marks;
}

QVariantList thresholdMarks(const Budget &budget)
{
    QVariantList marks;
    std::set<int> percents(budget.thresholds.begin(), budget.thresholds.end());
    percents.insert(100);
    for (const auto percent : percents)
        //: %1 is a whole number of percent
        marks.append(mark(amountAt(percent, budget.limit).approximate(),
            texts::Budgets::tr("%1%").arg(percent), percent == 100));
    return marks;
}

//! How much of the day has passed, in days from the first of the period.
double placeOf(const QDateTime &asOf, const DayRange &period, const QTimeZone &zone)
{
    const auto today = localDay(asOf, zone);
    const auto begin = startOfDay(today, zone);
    const auto end = startOfDay(today.addDays(1), zone);
    const auto gone = double(begin.msecsTo(asOf)) / double(begin.msecsTo(end));
    return std::clamp(double(period.first.daysTo(today)) + gone, 0.0, double(period.days()));
}

void addForecast(BudgetChart &chart, const BudgetDetails &details, QPointF now)
{
    if (details.byDay.isEmpty())
        return;
    const auto low = [&](double value) { return std::min(value, chart.top); };
    for (auto *line : {&chart.forecast, &chart.forecastLow, &chart.forecastHigh})
        line->append(now);
    auto day = chart.days - double(details.byDay.size());
    for (const auto &end : details.byDay) {
        day += 1;
        if (day <= now.x())
            continue;
        chart.forecast.append(QPointF(day, low(end.expected.approximate())));
        chart.forecastLow.append(QPointF(day, low(end.low.approximate())));
        chart.forecastHigh.append(QPointF(day, low(end.high.approximate())));
    }
}

} // namespace

BudgetChart budgetChart(const BudgetDetails &details, const QDateTime &asOf, const QTimeZone &zone)
{
    BudgetChart chart;
    const auto &line = details.line;
    if (!line.period)
        return chart;
    chart.days = double(line.period->days());
    chart.lines = thresholdMarks(line.budget);
    chart.dayMarks = dayMarks(*line.period);
    auto highest = std::max(line.counted.approximate(), line.budget.limit.approximate());
    if (line.forecast)
        highest = std::max(highest, line.forecast->expected.approximate());
    chart.top = std::max(highest * RoomAbove, 1e-9);
    const QPointF now(placeOf(asOf, *line.period, zone), line.counted.approximate());
    chart.points.append(QPointF(0, 0));
    for (qsizetype day = 0; day + 1 < details.cumulative.size(); ++day)
        chart.points.append(QPointF(double(day + 1), details.cumulative.at(day).approximate()));
    chart.points.append(now);
    addForecast(chart, details, now);
    //: %1 is money, %2 the limit, both of a budget's period
    chart.spoken = texts::Budgets::tr("Spent so far %1 of %2")
                       .arg(moneyText(line.counted), moneyText(line.budget.limit));
    if (line.forecast)
        //: %1 is a sentence, %2 money
        chart.spoken
            = texts::Budgets::tr("%1, forecast %2").arg(chart.spoken, moneyText(line.forecast->expected));
    return chart;
}

} // namespace tollkeeper
