// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "viewmodels/asking.h"
#include "viewmodels/budget_cells.h"

#include <QObject>

namespace tollkeeper {

//! The list of budgets and which one is selected. While a later answer is awaited the old one stays; an
//! answer that a later question has overtaken is dropped. UI thread; `reports` must live longer.
class BudgetsViewModel : public QObject {
    Q_OBJECT
    QML_ELEMENT
    Q_PROPERTY(
        tollkeeper::BudgetReports *reports READ reports WRITE setReports NOTIFY reportsChanged REQUIRED)
    Q_PROPERTY(State state READ state NOTIFY tableChanged)
    Q_PROPERTY(bool isUpdating READ isUpdating NOTIFY updatingChanged)
    Q_PROPERTY(QString problemTitle READ problemTitle NOTIFY tableChanged)
    Q_PROPERTY(QString problem READ problem NOTIFY tableChanged)
    Q_PROPERTY(QVariantList rows READ rows NOTIFY rowsChanged)
    Q_PROPERTY(QString summary READ summary NOTIFY tableChanged)
    Q_PROPERTY(QString thresholdsTitle READ thresholdsTitle NOTIFY tableChanged)
    Q_PROPERTY(int current READ current WRITE setCurrent NOTIFY currentChanged)
    Q_PROPERTY(QString currentId READ currentId NOTIFY currentChanged)
    Q_PROPERTY(bool holdsOrder READ holdsOrder WRITE setHoldsOrder NOTIFY holdsOrderChanged)

public:
    enum class State { Loading, Ready, Empty, Failed };
    Q_ENUM(State)

    using QObject::QObject;

    [[nodiscard]] BudgetReports *reports() const { return m_reports; }
    void setReports(BudgetReports *reports);
    [[nodiscard]] State state() const { return m_asking.state(); }
    [[nodiscard]] bool isUpdating() const { return m_asking.isUnderWay(); }
    [[nodiscard]] QString problemTitle() const { return m_asking.problemTitle(); }
    [[nodiscard]] QString problem() const { return m_asking.problem(); }
    [[nodiscard]] QVariantList rows() const { return m_rows; } //!< of BudgetCells
    [[nodiscard]] QString summary() const; //!< "11 active, period to date"
    [[nodiscard]] QString thresholdsTitle() const { return tollkeeper::thresholdsTitle(m_table.rows); }
    [[nodiscard]] int current() const; //!< row of the selected budget; -1: none
    void setCurrent(int row);
    [[nodiscard]] QString currentId() const; //!< empty: none, or not in the list
    [[nodiscard]] BudgetId selected() const { return m_selected; } //!< also one that is not in the list yet
    [[nodiscard]] bool holdsOrder() const { return m_holdsOrder; }
    void setHoldsOrder(bool holds); //!< the pointer is over the rows: new figures do not move them

    Q_INVOKABLE void reload();
    //! Selects a budget by id, as soon as it is in the list.
    Q_INVOKABLE void selectBudget(const QString &id);
    [[nodiscard]] Q_INVOKABLE QString copied(int row) const; //!< for the clipboard; empty: no such row

    //! nullptr: no such budget in the list.
    [[nodiscard]] const BudgetLine *line(BudgetId budget) const;
    [[nodiscard]] const BudgetTable &table() const { return m_table; }

Q_SIGNALS:
    void reportsChanged();
    void tableChanged();
    void updatingChanged();
    void rowsChanged();
    void currentChanged();
    void holdsOrderChanged();

private:
    void show(const Result<BudgetTable> &answer);
    void rebuild();
    void keepOrder(const QList<BudgetLine> &before);

    BudgetReports *m_reports = nullptr;
    BudgetTable m_table;
    QVariantList m_rows;
    BudgetId m_selected;
    bool m_holdsOrder = false;
    Asking<State> m_asking;
};

} // namespace tollkeeper
