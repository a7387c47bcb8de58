// SPDX-License-Identifier: GPL-3.0-or-later
#include "viewmodels/budget_lines.h"

#include "base/translation_contexts.h"
#include "viewmodels/budget_form.h"
#include "viewmodels/variants.h"
#include "words/figures.h"
#include "words/key_figures.h"

#include <QLocale>

#include <algorithm>

using namespace Qt::Literals::StringLiterals;

namespace tollkeeper {
namespace {

void setStatus(ThresholdRow &row, const ThresholdLine &line, bool hasForecast)
{
    if (line.kind == AlertKind::BudgetForecast) {
        if (line.isReached) {
            row.tone = u"now"_s;
            //: %1 is a day: since when the forecast is over the limit
            row.status = line.day ? texts::Budgets::tr("now, since %1").arg(shortDayText(*line.day))
                                  : texts::Budgets::tr("now");
        } else {
            row.status = hasForecast ? texts::Budgets::tr("not now") : texts::Budgets::tr("unknown");
        }
        return;
    }
    if (line.isReached) {
        row.tone = u"passed"_s;
        //: %1 is a day
        row.status = line.day ? texts::Budgets::tr("passed %1").arg(shortDayText(*line.day))
                              : texts::Budgets::tr("passed");
    } else if (line.day) {
        //: %1 is a day
        row.status = texts::Budgets::tr("expected %1").arg(shortDayText(*line.day));
    } else {
        row.status = hasForecast ? texts::Budgets::tr("not expected") : texts::Budgets::tr("unknown");
    }
}

ThresholdRow thresholdRow(const FormThreshold &threshold, const BudgetLine &line)
{
    ThresholdRow row;
    row.isOn = threshold.isOn;
    //: %1 is a whole number of percent
    row.text = threshold.isForecast ? texts::Budgets::tr("Forecast over %1%").arg(threshold.percent)
                                    : texts::Budgets::tr("%1% spent").arg(threshold.percent);
    if (line.budget.limit.isZero())
        return row;
    const auto kind = threshold.isForecast ? AlertKind::BudgetForecast : AlertKind::BudgetSpent;
    row.amount = limitText(amountAt(threshold.percent, line.budget.limit));
    for (const auto &known : line.thresholds) {
        if (known.kind != kind || known.percent != threshold.percent)
            continue;
        setStatus(row, known, line.forecast.has_value());
        if (threshold.isForecast && known.isReached)
            row.amount = wholeMoneyText(line.forecast->expected);
    }
    return row;
}

QString monthOrPeriod(const BudgetLine &line)
{
    if (line.budget.period.kind == BudgetPeriod::Kind::Monthly && line.period)
        return QLocale().standaloneMonthName(line.period->first.month());
    return texts::Budgets::tr("this period");
}

QString endText(const BudgetCapLine &line, const QDateTime &asOf, const QTimeZone &zone)
{
    if (line.usedUpAt)
        return *line.usedUpAt <= asOf
            ? texts::Budgets::tr("used up")
            //: %1 is a day
            : texts::Budgets::tr("used up about %1").arg(shortDayText(localDay(*line.usedUpAt, zone)));
    if (!line.used && !line.isBalance)
        return texts::Budgets::tr("what is used is unknown");
    return line.resetsAt ? texts::Budgets::tr("lasts until it resets")
                         : texts::Budgets::tr("lasts at this pace");
}

} // namespace

QVariantList thresholdRows(const QList<FormThreshold> &thresholds, const BudgetLine &line)
{
    QList<ThresholdRow> rows;
    for (const auto &threshold : thresholds)
        rows.append(thresholdRow(threshold, line));
    return variants(rows);
}

QVariantList budgetKeyRows(const QList<BudgetKeyLine> &lines)
{
    QList<BudgetKeyRow> rows;
    for (const auto &line : lines) {
        BudgetKeyRow row;
        row.name = line.name;
        row.place = line.environment.isEmpty() ? line.accountName : line.environment;
        row.spent = moneyText(line.spent);
        rows.append(row);
    }
    return variants(rows);
}

QVariantList capRows(const QList<BudgetCapLine> &lines, const QDateTime &asOf, const QTimeZone &zone)
{
    QList<CapRow> rows;
    for (const auto &line : lines) {
        CapRow row;
        row.name = line.name;
        row.gateway = line.gatewayName;
        row.cutsOff = line.usedUpAt.has_value();
        row.end = endText(line, asOf, zone);
        if (line.isBalance) {
            //: %1 is money
            row.amount = texts::Budgets::tr("%1 left").arg(moneyText(line.limit));
        } else {
            row.amount = line.used
                //: %1 and %2 are money
                ? texts::Budgets::tr("%1 of %2").arg(moneyText(*line.used), limitText(line.limit))
                : texts::Budgets::tr("of %1").arg(limitText(line.limit));
            row.reset = line.resetsAt
                //: %1 is a moment: the gateway's calendar is that of UTC
                ? texts::Budgets::tr("resets %1 UTC").arg(momentText(*line.resetsAt, asOf, QTimeZone::utc()))
                : texts::Budgets::tr("never resets");
        }
        rows.append(row);
    }
    return variants(rows);
}

QString byokText(const BudgetLine &line)
{
    const auto name = line.scopeName.isEmpty() ? texts::Budgets::tr("Everything") : line.scopeName;
    if (line.byok.isZero())
        //: %1 is what a budget counts, %2 "June" or "this period"
        return texts::Budgets::tr("%1 has none in %2.").arg(name, monthOrPeriod(line));
    //: %1 is what a budget counts, %2 money, %3 "June" or "this period"
    return texts::Budgets::tr("%1 has %2 in %3.").arg(name, moneyText(line.byok), monthOrPeriod(line));
}

QString forecastSentence(const BudgetLine &line)
{
    if (!line.period)
        return texts::Budgets::tr("Its days are not now: nothing is counted.");
    if (!line.forecast)
        return line.daysKnown == 1
            //: %1 is a number of days
            ? texts::Budgets::tr("No forecast: 1 whole day is known, %1 are needed.").arg(FewestForecastDays)
            : texts::Budgets::tr(
                "No forecast: %n whole days are known, %1 are needed.", nullptr, line.daysKnown)
                  .arg(FewestForecastDays);
    //: %1 to %3 are money
    const auto sentence = texts::Budgets::tr("Forecast %1, between %2 and %3.")
                              .arg(wholeMoneyText(line.forecast->expected),
                                  wholeMoneyText(line.forecast->low), wholeMoneyText(line.forecast->high));
    if (line.driver.isEmpty())
        return sentence;
    //: %1 is a sentence about the forecast, %2 a key or model
    return texts::Budgets::tr("%1 %2 moves it most.").arg(sentence, line.driver);
}

QString firstCutText(const QList<BudgetCapLine> &lines, const QTimeZone &zone)
{
    if (lines.isEmpty())
        return texts::Budgets::tr("No gateway tells of a cap or balance here.");
    const auto &first = lines.constFirst();
    if (!first.usedUpAt)
        return texts::Budgets::tr("At the pace of the last 7 days none of them is used up before it resets.");
    const auto day = shortDayText(localDay(*first.usedUpAt, zone));
    //: %1 is an account, %2 a day
    return first.isBalance
        ? texts::Budgets::tr("First to stop: the balance of %1, about %2.").arg(first.name, day)
        //: %1 is a key or a limit, %2 a day
        : texts::Budgets::tr("First to stop: the cap of %1, about %2.").arg(first.name, day);
}

} // namespace tollkeeper
