// SPDX-License-Identifier: GPL-3.0-or-later
#include "viewmodels/spend_charts.h"

#include "viewmodels/axis_scale.h"
#include "words/figures.h"

#include <QCoreApplication>
#include <QLocale>

#include <algorithm>

using namespace Qt::Literals::StringLiterals;

namespace tollkeeper {
namespace {

constexpr int RestColour = 7;
constexpr int NotItemisedColour = 8;

QVariantList tickRows(const AxisScale &scale, Currency currency)
{
    QVariantList rows;
    for (const auto value : scale.ticks()) {
        AxisTick tick;
        tick.value = value;
        tick.text = axisMoneyText(value, currency);
        rows.append(QVariant::fromValue(tick));
    }
    return rows;
}

void addTo(DailySeries &rest, const DailySeries &other)
{
    rest.total += other.total;
    rest.members += other.members;
    for (qsizetype day = 0; day < std::min(rest.days.size(), other.days.size()); ++day)
        rest.days[day] += other.days.at(day);
}

//! The forecast from now on; answers with the highest point of its band.
double addForecast(CumulativeChart &chart, const Overview &overview)
{
    if (!overview.forecast)
        return 0;
    chart.forecastText = wholeMoneyText(overview.forecast->expected);
    const QPointF now(chart.nowDay, chart.nowAmount);
    for (auto *line : {&chart.forecast, &chart.forecastLow, &chart.forecastHigh})
        line->append(now);
    auto day = double(chart.days - overview.forecastDays.size());
    for (const auto &end : overview.forecastDays) {
        day += 1;
        if (day <= chart.nowDay)
            continue;
        chart.forecast.append(QPointF(day, end.expected.approximate()));
        chart.forecastLow.append(QPointF(day, end.low.approximate()));
        chart.forecastHigh.append(QPointF(day, end.high.approximate()));
    }
    return overview.forecast->high.approximate();
}

} // namespace

CumulativeChart cumulativeChart(const Overview &overview)
{
    CumulativeChart chart;
    chart.days = static_cast<int>(overview.month.days());
    chart.month = QLocale().standaloneMonthName(overview.today.month(), QLocale::ShortFormat);
    chart.nowDay = overview.monthGone * chart.days;
    chart.nowAmount = overview.spent.approximate();
    auto highest = overview.spent.approximate();

    chart.points.append(QPointF(0, 0));
    for (qsizetype day = 0; day + 1 < overview.cumulative.size(); ++day)
        chart.points.append(QPointF(static_cast<double>(day + 1), overview.cumulative.at(day).approximate()));
    chart.points.append(QPointF(chart.nowDay, chart.nowAmount));

    if (!overview.lastMonth.isEmpty())
        chart.lastMonth.append(QPointF(0, 0));
    for (qsizetype day = 0; day < std::min<qsizetype>(overview.lastMonth.size(), chart.days); ++day) {
        const auto value = overview.lastMonth.at(day).approximate();
        chart.lastMonth.append(QPointF(static_cast<double>(day + 1), value));
        highest = std::max(highest, value);
    }
    if (overview.budget) {
        chart.budget = overview.budget->limit.approximate();
        chart.budgetText = wholeMoneyText(overview.budget->limit);
        highest = std::max(highest, chart.budget * 1.06);
    }
    highest = std::max(highest, addForecast(chart, overview));
    const auto scale = axisScale(highest, false);
    chart.top = scale.top;
    chart.step = scale.step;
    chart.ticks = tickRows(scale, overview.currency);
    return chart;
}

QList<DailySeries> foldSeries(const QList<DailySeries> &series, int named)
{
    QList<DailySeries> folded;
    std::optional<DailySeries> rest;
    std::optional<DailySeries> notItemised;
    for (const auto &one : series) {
        if (one.name.isEmpty() && !one.isRest) {
            notItemised = one;
        } else if (!one.isRest && folded.size() < named) {
            folded.append(one);
        } else if (rest) {
            addTo(*rest, one);
        } else {
            rest = one;
            rest->isRest = true;
        }
    }
    if (rest)
        folded.append(*rest);
    if (notItemised)
        folded.append(*notItemised);
    return folded;
}

QString seriesName(const DailySeries &series, const QString &unnamed)
{
    if (series.isRest)
        //: %n is how many smaller keys or models stand together
        return series.members == 1
            ? QCoreApplication::translate("Overview", "1 other")
            : QCoreApplication::translate("Overview", "%n others", nullptr, series.members);
    if (!series.name.isEmpty())
        return series.name;
    return unnamed.isEmpty() ? QCoreApplication::translate("Overview", "not itemised") : unnamed;
}

DailyChart dailyChart(const Overview &overview, const QList<DailySeries> &folded, const QString &unnamed)
{
    DailyChart chart;
    chart.days = static_cast<int>(overview.month.days());
    QList<double> sums(chart.days, 0.0);
    auto total = Money::fromNanos(0, overview.currency);
    for (qsizetype i = 0; i < folded.size(); ++i) {
        const auto &one = folded.at(i);
        const bool isNotItemised = one.name.isEmpty() && !one.isRest;
        SeriesRow row;
        row.name = seriesName(one, unnamed);
        row.total = wholeMoneyText(one.total);
        row.colour = one.isRest ? RestColour : isNotItemised ? NotItemisedColour : static_cast<int>(i);
        for (qsizetype day = 0; day < std::min<qsizetype>(one.days.size(), chart.days); ++day) {
            const auto value = one.days.at(day).approximate();
            row.days.append(value);
            sums[day] += std::max(value, 0.0);
        }
        total += one.total;
        chart.series.append(QVariant::fromValue(row));
    }
    chart.total = wholeMoneyText(total);
    const auto scale = axisScale(*std::ranges::max_element(sums), true);
    chart.top = scale.top;
    chart.step = scale.step;
    chart.ticks = tickRows(scale, overview.currency);
    return chart;
}

} // namespace tollkeeper
