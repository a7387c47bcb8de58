// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "analytics/budget_reports.h"

#include <QVariantList>
#include <qqmlregistration.h>

namespace tollkeeper {

struct FormThreshold;

//! A text at a place of an axis.
struct BudgetMark {
    Q_GADGET
    QML_VALUE_TYPE(budgetMark)
    Q_PROPERTY(double value MEMBER value)
    Q_PROPERTY(QString text MEMBER text)
    Q_PROPERTY(bool isLimit MEMBER isLimit)

public:
    double value = 0; //!< days of the period, or currency units
    QString text;
    bool isLimit = false; //!< the line at 100 %
};

//! A budget's period: points in days (x) and currency units (y), doubles for geometry only.
struct BudgetChart {
    Q_GADGET
    QML_VALUE_TYPE(budgetChart)
    Q_PROPERTY(double days MEMBER days)
    Q_PROPERTY(double top MEMBER top)
    Q_PROPERTY(QVariantList points MEMBER points)
    Q_PROPERTY(QVariantList forecast MEMBER forecast)
    Q_PROPERTY(QVariantList forecastLow MEMBER forecastLow)
    Q_PROPERTY(QVariantList forecastHigh MEMBER forecastHigh)
    Q_PROPERTY(QVariantList lines MEMBER lines)
    Q_PROPERTY(QVariantList dayMarks MEMBER dayMarks)
    Q_PROPERTY(QString spoken MEMBER spoken)

public:
    double days = 0; //!< 0: no period now, nothing to draw
    double top = 1;
    QVariantList points; //!< of QPointF; starts at 0,0 and ends now
    // From now to the end of the period, of QPointF; empty: no forecast.
    QVariantList forecast;
    QVariantList forecastLow;
    QVariantList forecastHigh; //!< no higher than `top`
    QVariantList lines; //!< of BudgetMark: thresholds of actual spend, and 100 %
    QVariantList dayMarks; //!< of BudgetMark
    QString spoken; //!< one sentence for screen readers
};

//! One threshold of the editor.
struct ThresholdRow {
    Q_GADGET
    QML_VALUE_TYPE(thresholdRow)
    Q_PROPERTY(bool isOn MEMBER isOn)
    Q_PROPERTY(QString text MEMBER text)
    Q_PROPERTY(QString amount MEMBER amount)
    Q_PROPERTY(QString status MEMBER status)
    Q_PROPERTY(QString tone MEMBER tone)

public:
    bool isOn = true;
    QString text; //!< "50% spent", "Forecast over 100%"
    QString amount;
    QString status; //!< "passed 14 Jun", "expected 21 Jun"
    QString tone; //!< "passed" or "now" as a tag, empty as plain text
};

//! A key that a budget counts.
struct BudgetKeyRow {
    Q_GADGET
    QML_VALUE_TYPE(budgetKeyRow)
    Q_PROPERTY(QString name MEMBER name)
    Q_PROPERTY(QString place MEMBER place)
    Q_PROPERTY(QString spent MEMBER spent)

public:
    QString name;
    QString place; //!< the environment, or the account where there is none
    QString spent;
};

//! A limit at a gateway beside the budget.
struct CapRow {
    Q_GADGET
    QML_VALUE_TYPE(capRow)
    Q_PROPERTY(QString name MEMBER name)
    Q_PROPERTY(QString gateway MEMBER gateway)
    Q_PROPERTY(QString amount MEMBER amount)
    Q_PROPERTY(QString reset MEMBER reset)
    Q_PROPERTY(QString end MEMBER end)
    Q_PROPERTY(bool cutsOff MEMBER cutsOff)

public:
    QString name;
    QString gateway;
    QString amount; //!< "$468.66 of $500", "$1,184.62 left"
    QString reset; //!< "resets 1 Jul 00:00 UTC"; empty: a balance
    QString end; //!< "used up about 24 Jun", "lasts until it resets"
    bool cutsOff = false;
};

[[nodiscard]] BudgetChart budgetChart(
    const BudgetDetails &details, const QDateTime &asOf, const QTimeZone &zone);
[[nodiscard]] QVariantList thresholdRows(
    const QList<FormThreshold> &thresholds, const BudgetLine &line); //!< of ThresholdRow
[[nodiscard]] QVariantList budgetKeyRows(const QList<BudgetKeyLine> &lines); //!< of BudgetKeyRow
[[nodiscard]] QVariantList capRows(
    const QList<BudgetCapLine> &lines, const QDateTime &asOf, const QTimeZone &zone); //!< of CapRow

//! "Support has none in June.": what providers bill apart.
[[nodiscard]] QString byokText(const BudgetLine &line);
//! "Forecast $5,717, between $5,310 and $6,120. support-chat-prod moves it most."
[[nodiscard]] QString forecastSentence(const BudgetLine &line);
//! Who cuts off first, and when.
[[nodiscard]] QString firstCutText(const QList<BudgetCapLine> &lines, const QTimeZone &zone);

} // namespace tollkeeper
