// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "analytics/spend_reports.h"
#include "viewmodels/asking.h"
#include "viewmodels/overview_rows.h"
#include "viewmodels/spend_charts.h"

#include <QObject>
#include <qqmlregistration.h>

namespace tollkeeper {

//! The Overview page and the accounts of the sidebar: one question, asked again whenever the reports change.
//! While a later answer is awaited the old one stays; an answer that a later question has overtaken is
//! dropped. UI thread; holds no service, `reports` must live longer.
class OverviewViewModel : public QObject {
    Q_OBJECT
    QML_ELEMENT
    Q_PROPERTY(tollkeeper::SpendReports *reports READ reports WRITE setReports NOTIFY reportsChanged REQUIRED)
    Q_PROPERTY(Split split READ split WRITE setSplit NOTIFY chartsChanged)
    Q_PROPERTY(int namedSeries READ namedSeries WRITE setNamedSeries NOTIFY chartsChanged)
    Q_PROPERTY(State state READ state NOTIFY stateChanged)
    Q_PROPERTY(bool isUpdating READ isUpdating NOTIFY updatingChanged)
    Q_PROPERTY(QString problemTitle READ problemTitle NOTIFY stateChanged)
    Q_PROPERTY(QString problem READ problem NOTIFY stateChanged)
    Q_PROPERTY(tollkeeper::HeaderFigures header READ header NOTIFY stateChanged)
    Q_PROPERTY(tollkeeper::WarningLine warning READ warning NOTIFY stateChanged)
    Q_PROPERTY(tollkeeper::CumulativeChart cumulative READ cumulative NOTIFY stateChanged)
    Q_PROPERTY(tollkeeper::DailyChart daily READ daily NOTIFY chartsChanged)
    Q_PROPERTY(QVariantList accounts READ accounts NOTIFY stateChanged)
    Q_PROPERTY(QVariantList keys READ keys NOTIFY stateChanged)
    Q_PROPERTY(QVariantList alerts READ alerts NOTIFY stateChanged)
    Q_PROPERTY(int criticalAlerts READ criticalAlerts NOTIFY stateChanged)
    Q_PROPERTY(int warningAlerts READ warningAlerts NOTIFY stateChanged)
    Q_PROPERTY(QString zone READ zone NOTIFY stateChanged)
    Q_PROPERTY(QString today READ today NOTIFY stateChanged)
    Q_PROPERTY(QString monthStart READ monthStart NOTIFY stateChanged)
    Q_PROPERTY(QString currency READ currency NOTIFY stateChanged)
    Q_PROPERTY(QString budgetLimit READ budgetLimit NOTIFY stateChanged)
    Q_PROPERTY(bool budgetCountsByok READ budgetCountsByok NOTIFY stateChanged)

public:
    enum class State { Loading, Ready, Empty, Failed };
    Q_ENUM(State)
    enum class Split { ByKey, ByModel, ByEnvironment, ByTeam };
    Q_ENUM(Split)

    using QObject::QObject;

    [[nodiscard]] SpendReports *reports() const { return m_reports; }
    void setReports(SpendReports *reports);
    [[nodiscard]] Split split() const { return m_split; }
    void setSplit(Split split);
    [[nodiscard]] int namedSeries() const { return m_namedSeries; }
    void setNamedSeries(int count);
    [[nodiscard]] State state() const { return m_asking.state(); }
    [[nodiscard]] bool isUpdating() const { return m_asking.isUnderWay(); }
    [[nodiscard]] QString problemTitle() const { return m_asking.problemTitle(); }
    [[nodiscard]] QString problem() const { return m_asking.problem(); }
    [[nodiscard]] HeaderFigures header() const;
    [[nodiscard]] WarningLine warning() const;
    [[nodiscard]] CumulativeChart cumulative() const;
    [[nodiscard]] DailyChart daily() const;
    [[nodiscard]] QVariantList accounts() const;
    [[nodiscard]] QVariantList keys() const;
    [[nodiscard]] QVariantList alerts() const;
    [[nodiscard]] int criticalAlerts() const;
    [[nodiscard]] int warningAlerts() const;
    [[nodiscard]] QString zone() const;
    [[nodiscard]] QString today() const; //!< of the zone, YYYY-MM-DD; empty: not known yet
    [[nodiscard]] QString monthStart() const; //!< first day of this month, YYYY-MM-DD
    [[nodiscard]] QString currency() const { return m_overview.currency.code(); }
    [[nodiscard]] QString budgetLimit() const; //!< "12000.00", to type over; empty: no budget
    [[nodiscard]] bool budgetCountsByok() const;

    Q_INVOKABLE void reload();
    //! The rows of the chart's tip for a day of the month (1 is the first), largest first; empty before the
    //! first and after today.
    [[nodiscard]] Q_INVOKABLE QVariantList tipRows(int day) const;
    [[nodiscard]] Q_INVOKABLE QString tipDay(int day) const;
    [[nodiscard]] Q_INVOKABLE QString tipTotal(int day) const;
    //! A day of the month as YYYY-MM-DD; empty before the first and after today.
    [[nodiscard]] Q_INVOKABLE QString dateOf(int day) const;

Q_SIGNALS:
    void reportsChanged();
    void stateChanged();
    void updatingChanged();
    void chartsChanged();

private:
    void show(const Result<Overview> &answer);
    [[nodiscard]] const QList<DailySeries> &series() const;
    [[nodiscard]] QList<DailySeries> folded() const;
    [[nodiscard]] QString unnamed() const;
    [[nodiscard]] int openAlerts(bool critical) const;

    SpendReports *m_reports = nullptr;
    Asking<State> m_asking;
    Overview m_overview;
    Split m_split = Split::ByKey;
    int m_namedSeries = 7;
};

} // namespace tollkeeper
