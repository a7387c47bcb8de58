// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "analytics/spend_answers.h"

#include <QObject>
#include <qqmlregistration.h>

namespace tollkeeper {

//! One line of the ledger's totals by day, model or key, as finished texts.
struct SpendLine {
    Q_GADGET
    QML_VALUE_TYPE(spendLine)
    Q_PROPERTY(QString name MEMBER name)
    Q_PROPERTY(QString spend MEMBER spend)
    Q_PROPERTY(double share MEMBER share)
    Q_PROPERTY(QString shareText MEMBER shareText)
    Q_PROPERTY(QString byok MEMBER byok)
    Q_PROPERTY(QString requests MEMBER requests)
    Q_PROPERTY(QString input MEMBER input)
    Q_PROPERTY(QString output MEMBER output)
    Q_PROPERTY(bool isRest MEMBER isRest)
    Q_PROPERTY(QString firstDay MEMBER firstDay)
    Q_PROPERTY(QString lastDay MEMBER lastDay)
    Q_PROPERTY(QString key MEMBER key)
    Q_PROPERTY(QString model MEMBER model)

public:
    QString name;
    QString spend;
    double share = 0; //!< of the total, 0 to 1
    QString shareText;
    QString byok; //!< a dash: none
    QString requests;
    QString input;
    QString output;
    bool isRest = false; //!< what is not itemised: it belongs to no single name
    // What the line is about, to be asked further; empty where it is not about one.
    QString firstDay; //!< YYYY-MM-DD
    QString lastDay;
    QString key; //!< id of the key
    QString model;
};

//! In the order of the table, days newest first; what is not itemised comes last, where there is any.
[[nodiscard]] QList<SpendLine> spendLines(const SpendTable &table);
[[nodiscard]] SpendLine totalLine(const SpendTable &table);
//! What the total leaves out, as sentences; empty: nothing.
[[nodiscard]] QString leftOutText(const SpendTable &table);

} // namespace tollkeeper
