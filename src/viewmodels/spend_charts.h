// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "analytics/spend_answers.h"

#include <QPointF>
#include <QString>
#include <QVariantList>
#include <qqmlregistration.h>

namespace tollkeeper {

//! A label of an amount axis.
struct AxisTick {
    Q_GADGET
    QML_VALUE_TYPE(axisTick)
    Q_PROPERTY(double value MEMBER value)
    Q_PROPERTY(QString text MEMBER text)

public:
    double value = 0;
    QString text;
};

//! Spend against budget: points in days of the month (x) and currency units (y), doubles for geometry only.
struct CumulativeChart {
    Q_GADGET
    QML_VALUE_TYPE(cumulativeChart)
    Q_PROPERTY(int days MEMBER days)
    Q_PROPERTY(double top MEMBER top)
    Q_PROPERTY(double step MEMBER step)
    Q_PROPERTY(QVariantList ticks MEMBER ticks)
    Q_PROPERTY(QVariantList points MEMBER points)
    Q_PROPERTY(QVariantList lastMonth MEMBER lastMonth)
    Q_PROPERTY(QVariantList forecast MEMBER forecast)
    Q_PROPERTY(QVariantList forecastLow MEMBER forecastLow)
    Q_PROPERTY(QVariantList forecastHigh MEMBER forecastHigh)
    Q_PROPERTY(QString forecastText MEMBER forecastText)
    Q_PROPERTY(double nowDay MEMBER nowDay)
    Q_PROPERTY(double nowAmount MEMBER nowAmount)
    Q_PROPERTY(double budget MEMBER budget)
    Q_PROPERTY(QString budgetText MEMBER budgetText)
    Q_PROPERTY(QString month MEMBER month)

public:
    int days = 30;
    double top = 1;
    double step = 1;
    QVariantList ticks; //!< of AxisTick
    QVariantList points; //!< of QPointF; starts at 0,0 and ends now
    QVariantList lastMonth; //!< of QPointF; empty when unknown
    // From now to the end of the month, of QPointF; empty: no forecast.
    QVariantList forecast;
    QVariantList forecastLow;
    QVariantList forecastHigh;
    QString forecastText; //!< "$12,454"
    double nowDay = 0;
    double nowAmount = 0;
    double budget = 0; //!< 0: no budget
    QString budgetText; //!< "Budget $12,000" has "$12,000"
    QString month; //!< "Jun", for the labels of the days
};

//! One colour of the stacked chart.
struct SeriesRow {
    Q_GADGET
    QML_VALUE_TYPE(seriesRow)
    Q_PROPERTY(QString name MEMBER name)
    Q_PROPERTY(QString total MEMBER total)
    Q_PROPERTY(int colour MEMBER colour)
    Q_PROPERTY(QVariantList days MEMBER days)

public:
    QString name;
    QString total; //!< "$2,241"
    int colour = 0; //!< 0 to 6 by size, 7 the rest, 8 not itemised
    QVariantList days; //!< of double
};

//! Daily spend, stacked, smallest series last.
struct DailyChart {
    Q_GADGET
    QML_VALUE_TYPE(dailyChart)
    Q_PROPERTY(int days MEMBER days)
    Q_PROPERTY(double top MEMBER top)
    Q_PROPERTY(double step MEMBER step)
    Q_PROPERTY(QVariantList ticks MEMBER ticks)
    Q_PROPERTY(QVariantList series MEMBER series)
    Q_PROPERTY(QString total MEMBER total)

public:
    int days = 30;
    double top = 1;
    double step = 1;
    QVariantList ticks; //!< of AxisTick
    QVariantList series; //!< of SeriesRow, the largest first
    QString total;
};

[[nodiscard]] CumulativeChart cumulativeChart(const Overview &overview);
//! At most `named` series keep their own colour; the smaller ones become one rest, what is not itemised stays
//! apart. Every choice adds up to the same total.
[[nodiscard]] QList<DailySeries> foldSeries(const QList<DailySeries> &series, int named);
//! `unnamed`: what stands for the series without a name; empty: "not itemised".
[[nodiscard]] DailyChart dailyChart(
    const Overview &overview, const QList<DailySeries> &folded, const QString &unnamed = {});
[[nodiscard]] QString seriesName(const DailySeries &series, const QString &unnamed = {});

} // namespace tollkeeper
