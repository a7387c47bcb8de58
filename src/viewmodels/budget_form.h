// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/budget.h"

#include <QCoreApplication>

namespace tollkeeper {

//! A threshold as it is edited: one that is taken off stays in sight until the form is saved or discarded.
struct FormThreshold {
    bool isForecast = false;
    int percent = 0;
    bool isOn = true;
    friend bool operator==(const FormThreshold &, const FormThreshold &) = default;
};

//! A budget as it is being edited: what is typed, whether it makes sense or not.
struct BudgetForm {
    Q_DECLARE_TR_FUNCTIONS(BudgetForm)

public:
    static constexpr int LeastPercent = 1;
    static constexpr int MostPercent = 1000;

    QString name;
    BudgetScope scope;
    QString limit;
    Currency currency;
    BudgetPeriod::Kind period = BudgetPeriod::Kind::Monthly;
    Qt::DayOfWeek weekStart = Qt::Monday;
    QString firstDay; //!< of a custom period, "2026-07-01"
    QString lastDay;
    bool countsByok = false;
    QList<FormThreshold> thresholds; //!< of actual spend, then of the forecast; ascending
    QList<ChannelId> channels;
    bool isPaused = false;

    [[nodiscard]] static BudgetForm of(const Budget &budget);
    //! One sentence about what cannot be saved as it is; empty: nothing. `taken`: names of other budgets.
    [[nodiscard]] QString problem(const QStringList &taken) const;
    //! `base` with what is edited. Where something makes no sense, what `base` has of it stays.
    [[nodiscard]] Budget budget(const Budget &base) const;
    void addThreshold(bool isForecast, int percent);

    friend bool operator==(const BudgetForm &, const BudgetForm &) = default;

private:
    [[nodiscard]] QString periodProblem() const;
};

} // namespace tollkeeper
