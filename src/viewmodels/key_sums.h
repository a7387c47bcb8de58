// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "analytics/key_reports.h"

#include <qqmlregistration.h>

namespace tollkeeper {

//! What the shown rows come to. The amounts add only what is in the table's currency.
struct KeySums {
    Q_GADGET
    QML_VALUE_TYPE(keySums)
    Q_PROPERTY(QString keys MEMBER keys)
    Q_PROPERTY(QString today MEMBER today)
    Q_PROPERTY(QString sevenDays MEMBER sevenDays)
    Q_PROPERTY(QString month MEMBER month)
    Q_PROPERTY(QString leftOut MEMBER leftOut)

public:
    QString keys; //!< "12 keys", "3 of 12 keys"
    QString today;
    QString sevenDays;
    QString month;
    QString leftOut; //!< amounts of other currencies; empty: none
};

//! `shown` are places in the table's rows.
[[nodiscard]] KeySums keySums(const KeyTable &table, const QList<qsizetype> &shown);
//! Every value of a label once, sorted, for suggestions and filters; keys without one are left out.
[[nodiscard]] QStringList labelValues(const QList<KeyRow> &rows, QString KeyLabels::*label);

} // namespace tollkeeper
