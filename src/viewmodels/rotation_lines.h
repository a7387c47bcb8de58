// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "analytics/key_reports.h"

#include <QVariantList>
#include <qqmlregistration.h>

namespace tollkeeper {

//! What the rotation dialog shows, as finished texts. Plain values.

//! One step of the rail.
struct RotationStepLine {
    Q_GADGET
    QML_VALUE_TYPE(rotationStepLine)
    Q_PROPERTY(QString title MEMBER title)
    Q_PROPERTY(QString note MEMBER note)
    Q_PROPERTY(bool isDone MEMBER isDone)
    Q_PROPERTY(bool isNow MEMBER isNow)

public:
    QString title;
    QString note;
    bool isDone = false;
    bool isNow = false;
};

//! Old or new key while it is watched.
struct RotationKeyLine {
    Q_GADGET
    QML_VALUE_TYPE(rotationKeyLine)
    Q_PROPERTY(QString name MEMBER name)
    Q_PROPERTY(QString tail MEMBER tail)
    Q_PROPERTY(QString lastSpent MEMBER lastSpent)
    Q_PROPERTY(QString since MEMBER since)

public:
    QString name;
    QString tail; //!< "…e3a8"; empty: not known yet
    QString lastSpent;
    QString since;
};

//! Spend of both keys by time: points in shares of the plot (x from the left, y upwards).
struct RotationChart {
    Q_GADGET
    QML_VALUE_TYPE(rotationChart)
    Q_PROPERTY(QString title MEMBER title)
    Q_PROPERTY(QString top MEMBER top)
    Q_PROPERTY(QString bottom MEMBER bottom)
    Q_PROPERTY(QVariantList oldKey MEMBER oldKey)
    Q_PROPERTY(QVariantList newKey MEMBER newKey)
    Q_PROPERTY(QStringList times MEMBER times)
    Q_PROPERTY(QString spoken MEMBER spoken)

public:
    QString title; //!< "Spend per 5 minutes"
    QString top; //!< the highest amount
    QString bottom;
    QVariantList oldKey; //!< of QPointF; empty: nothing seen yet
    QVariantList newKey;
    QStringList times; //!< four moments along the axis
    QString spoken; //!< the chart as a sentence
};

//! Names the keys by what they end in; the new one may not be known yet.
struct RotationKeys {
    QString oldTail;
    QString newTail;
    QString keychain; //!< where the new secret lies
};

[[nodiscard]] QList<RotationStepLine> rotationSteps(
    const Rotation &rotation, const RotationKeys &keys, const QDateTime &now, const QTimeZone &zone);
[[nodiscard]] QString rotationHeading(RotationStep step);
//! What is to be done at this step, or what is known of it.
[[nodiscard]] QString rotationText(const RotationWatch &watch, const QTimeZone &zone);
[[nodiscard]] QList<RotationKeyLine> rotationKeyLines(
    const RotationWatch &watch, const RotationKeys &keys, const QTimeZone &zone);
[[nodiscard]] RotationChart rotationChart(const RotationWatch &watch, const QTimeZone &zone);

} // namespace tollkeeper
