// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "analytics/key_reports.h"
#include "viewmodels/key_cells.h"

#include <QStringList>

namespace tollkeeper {

//! The views of the Keys table, as its tabs.
namespace KeysTab {
Q_NAMESPACE
QML_ELEMENT
enum Tab { All, Attention, AtCap, RotationOverdue, Expiring, NoCap, Unused };
Q_ENUM_NS(Tab)
constexpr int Count = Unused + 1;
} // namespace KeysTab

//! Which of the keys are shown and in which order.
struct KeysQuestion {
    int tab = KeysTab::All;
    QString text; //!< part of a name, owner, tag or masked key
    QStringList gateways; //!< several in one list: "or"; empty: any
    QStringList environments;
    QStringList teams;
    int column = KeyColumn::Month;
    bool isDescending = true;
};

[[nodiscard]] bool isOnTab(const KeyRow &row, int tab);
//! Rows by their place in the table, sorted. Amounts of other currencies come after those of `currency`,
//! whichever way they are sorted: they cannot be compared.
[[nodiscard]] QList<qsizetype> selectKeys(
    const QList<KeyRow> &rows, const KeysQuestion &question, Currency currency);

} // namespace tollkeeper
