// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "analytics/alert_reports.h"

#include <QString>
#include <QVariantList>
#include <qqmlregistration.h>

namespace tollkeeper {

//! A word under the chart's time axis.
struct AlertChartLabel {
    Q_GADGET
    QML_VALUE_TYPE(alertChartLabel)
    Q_PROPERTY(double place MEMBER place)
    Q_PROPERTY(QString text MEMBER text)

public:
    double place = 0; //!< share of the time shown, 0 to 1
    QString text;
};

//! The series behind an alert as a line: places are shares of the time shown, heights are amounts or percent,
//! doubles for geometry only.
struct AlertChart {
    Q_GADGET
    QML_VALUE_TYPE(alertChart)
    Q_PROPERTY(QString title MEMBER title)
    Q_PROPERTY(QVariantList points MEMBER points)
    Q_PROPERTY(double top MEMBER top)
    Q_PROPERTY(QVariantList ticks MEMBER ticks)
    Q_PROPERTY(QVariantList labels MEMBER labels)
    Q_PROPERTY(bool hasLine MEMBER hasLine)
    Q_PROPERTY(double line MEMBER line)
    Q_PROPERTY(QString lineText MEMBER lineText)
    Q_PROPERTY(double raised MEMBER raised)
    Q_PROPERTY(QString raisedText MEMBER raisedText)
    Q_PROPERTY(QString summary MEMBER summary)

public:
    QString title; //!< what is shown
    QVariantList points; //!< of QPointF; empty: there is nothing to draw
    double top = 1;
    QVariantList ticks; //!< of AxisTick
    QVariantList labels; //!< of AlertChartLabel
    bool hasLine = false;
    double line = 0;
    QString lineText;
    double raised = -1; //!< place of the moment it was raised; negative: not in the time shown
    QString raisedText;
    QString summary; //!< one sentence for screen readers
};

//! Pure. Without at least two points there is no chart.
[[nodiscard]] AlertChart alertChart(const AlertDetails &details, const QTimeZone &zone);

} // namespace tollkeeper
