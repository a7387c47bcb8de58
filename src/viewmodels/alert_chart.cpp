// SPDX-License-Identifier: GPL-3.0-or-later
#include "viewmodels/alert_chart.h"

#include "base/translation_contexts.h"
#include "domain/zone_days.h"
#include "viewmodels/axis_scale.h"
#include "viewmodels/spend_charts.h"
#include "viewmodels/variants.h"
#include "words/figures.h"

#include <QLocale>
#include <QPointF>

#include <algorithm>
#include <cmath>

using namespace Qt::Literals::StringLiterals;

namespace tollkeeper {
namespace {

QString titleOf(AlertKind kind)
{
    switch (kind) {
    case AlertKind::BudgetSpent:
    case AlertKind::BudgetForecast:
        return texts::Inbox::tr("Spent in the budget's period");
    case AlertKind::Spike:
        return texts::Inbox::tr("Spend of the key by day");
    case AlertKind::FailureRate:
        return texts::Inbox::tr("Share of requests that failed");
    case AlertKind::FallbackRate:
        return texts::Inbox::tr("Share of requests that fell back to another model");
    case AlertKind::LowBalance:
        return texts::Inbox::tr("Balance");
    case AlertKind::KeyCap:
        return texts::Inbox::tr("Used of the cap");
    default:
        return {};
    }
}

QString valueText(const AlertEvidence &evidence, double value)
{
    if (evidence.unit == AlertEvidence::Unit::Percent)
        return QLocale().toString(std::round(value * 10) / 10, 'g', 4) + u'%';
    return wholeMoneyText(Money::fromNanos(std::llround(value * 1e9), evidence.currency));
}

QString tickText(const AlertEvidence &evidence, double value)
{
    return evidence.unit == AlertEvidence::Unit::Percent ? valueText(evidence, value)
                                                         : axisMoneyText(value, evidence.currency);
}

QString lineText(const AlertDetails &details)
{
    const auto value = valueText(details.evidence, *details.evidence.line);
    switch (details.alert.kind) {
    case AlertKind::BudgetSpent:
    case AlertKind::BudgetForecast:
        //: %1 is a percentage without its sign, %2 money: "80% is $9,600"
        return texts::Inbox::tr("%1% is %2").arg(details.alert.step).arg(value);
    case AlertKind::Spike:
        //: %1 is money
        return texts::Inbox::tr("Usual: %1").arg(value);
    case AlertKind::KeyCap:
        //: %1 is money
        return texts::Inbox::tr("Cap: %1").arg(value);
    default:
        //: %1 is a percentage or money, the level a rule watches
        return texts::Inbox::tr("Rule: %1").arg(value);
    }
}

//! A balance stays as it is until the next one.
QList<EvidencePoint> drawn(const AlertDetails &details)
{
    if (details.alert.kind != AlertKind::LowBalance)
        return details.evidence.points;
    QList<EvidencePoint> points;
    for (const auto &point : details.evidence.points) {
        if (!points.isEmpty())
            points.append({point.at, points.constLast().value});
        points.append(point);
    }
    return points;
}

bool isByDay(AlertKind kind)
{
    return kind != AlertKind::FailureRate && kind != AlertKind::FallbackRate;
}

//! Four moments, evenly spread; the last one is "now" while the alert is true.
QList<AlertChartLabel> labelsOf(
    const AlertDetails &details, const QDateTime &first, const QDateTime &last, const QTimeZone &zone)
{
    constexpr int Gaps = 3;
    QList<AlertChartLabel> labels;
    for (int gap = 0; gap <= Gaps; ++gap) {
        const auto moment = first.addMSecs(first.msecsTo(last) * gap / Gaps);
        auto text = shortDayText(localDay(moment, zone));
        if (!isByDay(details.alert.kind))
            text += u' ' + timeText(moment, zone);
        labels.append({double(gap) / Gaps, text});
    }
    if (details.alert.isTrue() && !isOfBudget(details.alert.kind))
        labels.last().text = texts::Inbox::tr("now");
    return labels;
}

} // namespace

AlertChart alertChart(const AlertDetails &details, const QTimeZone &zone)
{
    AlertChart chart;
    const auto &evidence = details.evidence;
    const auto points = drawn(details);
    if (points.size() < 2 || points.constFirst().at >= points.constLast().at)
        return chart;
    const auto first = points.constFirst().at;
    const auto last = points.constLast().at;
    const auto placeOf
        = [&](const QDateTime &at) { return double(first.msecsTo(at)) / double(first.msecsTo(last)); };

    double highest = evidence.line.value_or(0);
    for (const auto &point : points)
        highest = std::max(highest, point.value);
    const auto scale = axisScale(highest > 0 ? highest * 1.05 : 1, false);
    chart.title = titleOf(details.alert.kind);
    chart.top = scale.top;
    QList<AxisTick> ticks;
    for (const auto value : scale.ticks())
        ticks.append({value, tickText(evidence, value)});
    chart.ticks = variants(ticks);
    for (const auto &point : points)
        chart.points.append(QPointF(placeOf(point.at), std::max(0.0, point.value)));
    chart.labels = variants(labelsOf(details, first, last, zone));
    if (evidence.line) {
        chart.hasLine = true;
        chart.line = *evidence.line;
        chart.lineText = lineText(details);
    }
    if (details.alert.raisedAt >= first && details.alert.raisedAt <= last) {
        chart.raised = placeOf(details.alert.raisedAt);
        chart.raisedText
            //: %1 is a day and a time: "16 Jun 02:40"
            = texts::Inbox::tr("Alert raised %1")
                  .arg(shortDayText(localDay(details.alert.raisedAt, zone)) + u' '
                      + timeText(details.alert.raisedAt, zone));
    }
    //: %1 is what a chart shows, %2 and %3 the first and the last value
    chart.summary = texts::Inbox::tr("%1: from %2 to %3")
                        .arg(chart.title, valueText(evidence, points.constFirst().value),
                            valueText(evidence, points.constLast().value));
    return chart;
}

} // namespace tollkeeper
