// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "analytics/spend_reports.h"
#include "viewmodels/asking.h"
#include "viewmodels/spend_lines.h"

namespace tollkeeper {

//! The ledger's totals by day, model or key, for the days of the filter. Asks while it is looked at; while a
//! later answer is awaited the old one stays, and an overtaken answer is dropped. UI thread; `reports` must
//! live longer.
class SpendTableViewModel : public QObject {
    Q_OBJECT
    QML_ELEMENT
    Q_PROPERTY(tollkeeper::SpendReports *reports READ reports WRITE setReports NOTIFY reportsChanged REQUIRED)
    Q_PROPERTY(By by READ by WRITE setBy NOTIFY questionChanged)
    Q_PROPERTY(QString firstDay READ firstDay WRITE setFirstDay NOTIFY questionChanged)
    Q_PROPERTY(QString lastDay READ lastDay WRITE setLastDay NOTIFY questionChanged)
    Q_PROPERTY(QString currency READ currency WRITE setCurrency NOTIFY questionChanged)
    Q_PROPERTY(bool isActive READ isActive WRITE setActive NOTIFY questionChanged)
    Q_PROPERTY(State state READ state NOTIFY stateChanged)
    Q_PROPERTY(bool isUpdating READ isUpdating NOTIFY updatingChanged)
    Q_PROPERTY(QString problemTitle READ problemTitle NOTIFY stateChanged)
    Q_PROPERTY(QString problem READ problem NOTIFY stateChanged)
    Q_PROPERTY(QVariantList lines READ lines NOTIFY stateChanged)
    Q_PROPERTY(tollkeeper::SpendLine total READ total NOTIFY stateChanged)
    Q_PROPERTY(QString leftOut READ leftOut NOTIFY stateChanged)

public:
    enum class State { Loading, Ready, Empty, Failed };
    Q_ENUM(State)
    enum class By { Day, Model, Key };
    Q_ENUM(By)

    explicit SpendTableViewModel(QObject *parent = nullptr);

    [[nodiscard]] SpendReports *reports() const { return m_reports; }
    void setReports(SpendReports *reports);
    [[nodiscard]] By by() const { return m_by; }
    void setBy(By by);
    [[nodiscard]] QString firstDay() const { return m_days.first.toString(Qt::ISODate); }
    void setFirstDay(const QString &day); //!< YYYY-MM-DD
    [[nodiscard]] QString lastDay() const { return m_days.last.toString(Qt::ISODate); }
    void setLastDay(const QString &day);
    [[nodiscard]] QString currency() const { return m_currency.code(); }
    void setCurrency(const QString &code);
    [[nodiscard]] bool isActive() const { return m_isActive; }
    void setActive(bool active);
    [[nodiscard]] State state() const { return m_asking.state(); }
    [[nodiscard]] bool isUpdating() const { return m_asking.isUnderWay(); }
    [[nodiscard]] QString problemTitle() const { return m_asking.problemTitle(); }
    [[nodiscard]] QString problem() const { return m_asking.problem(); }
    [[nodiscard]] QVariantList lines() const; //!< of SpendLine
    [[nodiscard]] SpendLine total() const { return totalLine(m_table); }
    [[nodiscard]] QString leftOut() const { return leftOutText(m_table); }

    Q_INVOKABLE void reload();
    Q_INVOKABLE QString copied(int line) const; //!< for the clipboard; empty: no such line

Q_SIGNALS:
    void reportsChanged();
    void questionChanged();
    void stateChanged();
    void updatingChanged();

private:
    void show(const Result<SpendTable> &answer);
    void changeQuestion();

    SpendReports *m_reports = nullptr;
    By m_by = By::Day;
    DayRange m_days;
    Currency m_currency;
    bool m_isActive = false;
    bool m_isDirty = true;
    Asking<State> m_asking;
    SpendTable m_table;
};

} // namespace tollkeeper
