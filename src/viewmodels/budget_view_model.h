// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "alerts/budget_service.h"

#include <QObject>
#include <qqmlregistration.h>

namespace tollkeeper {

//! Setting the monthly budget for everything. UI thread.
class BudgetViewModel : public QObject {
    Q_OBJECT
    QML_ELEMENT
    Q_PROPERTY(
        tollkeeper::BudgetService *budgets READ budgets WRITE setBudgets NOTIFY budgetsChanged REQUIRED)
    Q_PROPERTY(QString currency READ currency WRITE setCurrency NOTIFY currencyChanged)
    Q_PROPERTY(State state READ state NOTIFY stateChanged)
    Q_PROPERTY(QString problem READ problem NOTIFY stateChanged)

public:
    enum class State { Editing, Saving, Saved, Failed };
    Q_ENUM(State)

    using QObject::QObject;

    [[nodiscard]] BudgetService *budgets() const { return m_budgets; }
    void setBudgets(BudgetService *budgets);
    [[nodiscard]] QString currency() const { return m_currency.code(); }
    void setCurrency(const QString &code);
    [[nodiscard]] State state() const { return m_state; }
    [[nodiscard]] QString problem() const { return m_problem; }

    //! "$4,800.00" for what was typed; empty where it is no amount.
    [[nodiscard]] Q_INVOKABLE QString readBack(const QString &typed) const;
    Q_INVOKABLE void save(const QString &typed, bool includesByok);
    Q_INVOKABLE void reset();

Q_SIGNALS:
    void budgetsChanged();
    void currencyChanged();
    void stateChanged();

private:
    void moveTo(State state, const QString &problem = {});

    BudgetService *m_budgets = nullptr;
    int m_asked = 0;
    Currency m_currency;
    State m_state = State::Editing;
    QString m_problem;
};

} // namespace tollkeeper
