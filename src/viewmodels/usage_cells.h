// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/usage_answers.h"

#include <QObject>
#include <QStringList>
#include <qqmlregistration.h>

namespace tollkeeper {

//! One row of the Usage table as finished texts. Plain values; every text may hold what a server sent and is
//! shown as plain text only.
struct UsageCells {
    Q_GADGET
    QML_VALUE_TYPE(usageCells)
    Q_PROPERTY(bool isKnown MEMBER isKnown)
    Q_PROPERTY(QString time MEMBER time)
    Q_PROPERTY(QString key MEMBER key)
    Q_PROPERTY(QString requested MEMBER requested)
    Q_PROPERTY(QString served MEMBER served)
    Q_PROPERTY(bool isServedElsewhere MEMBER isServedElsewhere)
    Q_PROPERTY(bool isServedPlain MEMBER isServedPlain)
    Q_PROPERTY(QString provider MEMBER provider)
    Q_PROPERTY(QString status MEMBER status)
    Q_PROPERTY(QString tone MEMBER tone)
    Q_PROPERTY(QString reason MEMBER reason)
    Q_PROPERTY(QString fallback MEMBER fallback)
    Q_PROPERTY(bool isModelFallback MEMBER isModelFallback)
    Q_PROPERTY(bool isByok MEMBER isByok)
    Q_PROPERTY(QString input MEMBER input)
    Q_PROPERTY(QString output MEMBER output)
    Q_PROPERTY(QString cost MEMBER cost)
    Q_PROPERTY(bool isCostBilled MEMBER isCostBilled)
    Q_PROPERTY(QString firstByte MEMBER firstByte)
    Q_PROPERTY(QString total MEMBER total)
    Q_PROPERTY(QString generation MEMBER generation)
    Q_PROPERTY(QString spoken MEMBER spoken)

public:
    bool isKnown = false; //!< false: the row is on its way
    QString time;
    QString key;
    QString requested;
    QString served; //!< "same", "none", "unknown", or the model's name
    bool isServedElsewhere = false; //!< another model answered than was asked
    bool isServedPlain = false; //!< `served` is a word of ours, not a name
    QString provider;
    QString status; //!< "200", "incomplete", "failed"
    QString tone; //!< of the status: "ok", "warn", "danger"
    QString reason; //!< why it failed, in two or three words; empty otherwise
    QString fallback; //!< "model" or "provider"; empty: nobody stood in
    bool isModelFallback = false;
    bool isByok = false; //!< some of it is billed by the provider
    QString input;
    QString output;
    QString cost;
    bool isCostBilled = false; //!< false: unknown, or billed by the provider
    QString firstByte;
    QString total;
    QString generation; //!< shortened in the middle
    QString spoken; //!< the row as a sentence
    friend bool operator==(const UsageCells &, const UsageCells &) = default;
};

//! The columns of the Usage table, for QML and for copying.
namespace UsageColumn {
Q_NAMESPACE
QML_ELEMENT
enum Column {
    Time,
    Key,
    Requested,
    Served,
    Provider,
    Status,
    Input,
    Output,
    Cost,
    FirstByte,
    Total,
    Generation
};
Q_ENUM_NS(Column)
constexpr int Count = Generation + 1;
} // namespace UsageColumn

//! How the times of rows are shown.
struct TimeStyle {
    QTimeZone zone = QTimeZone::utc();
    bool withDay = false; //!< the rows lie on more than one day of it
    friend bool operator==(const TimeStyle &, const TimeStyle &) = default;
};

[[nodiscard]] UsageCells usageCells(const UsageRow &row, const TimeStyle &style);
[[nodiscard]] QString timeCell(const QDateTime &moment, const TimeStyle &style);
[[nodiscard]] QString columnName(int column, const TimeStyle &style);
[[nodiscard]] QString columnText(const UsageCells &cells, int column);
//! Every column of a row as it is, unabridged, with tabs between them; for the clipboard.
[[nodiscard]] QString copiedText(const UsageRow &row, const TimeStyle &style);

} // namespace tollkeeper
