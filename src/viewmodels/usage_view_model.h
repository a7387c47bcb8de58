// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "viewmodels/asking.h"
#include "viewmodels/usage_details_view_model.h"
#include "viewmodels/usage_filter_view_model.h"
#include "viewmodels/usage_rows_model.h"
#include "viewmodels/usage_strip.h"

namespace tollkeeper {

//! The Requests of the Usage page: the filter, what it finds, the rows and the details of one. While a later
//! answer is awaited the old one stays; an answer that a later question has overtaken is dropped. Nothing is
//! asked while the page is hidden. UI thread; holds no service, `reports` must live longer.
class UsageViewModel : public QObject {
    Q_OBJECT
    QML_ELEMENT
    Q_PROPERTY(tollkeeper::UsageReports *reports READ reports WRITE setReports NOTIFY reportsChanged REQUIRED)
    Q_PROPERTY(QString today READ today WRITE setToday NOTIFY todayChanged)
    Q_PROPERTY(bool isActive READ isActive WRITE setActive NOTIFY activeChanged)
    Q_PROPERTY(bool showsUtc READ showsUtc WRITE setShowsUtc NOTIFY timesChanged)
    Q_PROPERTY(QString zone READ zone NOTIFY timesChanged)
    Q_PROPERTY(QString reportingZone READ reportingZone NOTIFY timesChanged)
    Q_PROPERTY(bool hasDays READ hasDays NOTIFY timesChanged)
    Q_PROPERTY(State state READ state NOTIFY stateChanged)
    Q_PROPERTY(bool isUpdating READ isUpdating NOTIFY updatingChanged)
    Q_PROPERTY(bool isSettled READ isSettled NOTIFY stateChanged)
    Q_PROPERTY(QString problemTitle READ problemTitle NOTIFY stateChanged)
    Q_PROPERTY(QString problem READ problem NOTIFY stateChanged)
    Q_PROPERTY(tollkeeper::UsageStrip strip READ strip NOTIFY stateChanged)
    Q_PROPERTY(int currentRow READ currentRow WRITE setCurrentRow NOTIFY currentRowChanged)
    Q_PROPERTY(tollkeeper::UsageFilterViewModel *filter READ filter CONSTANT)
    Q_PROPERTY(tollkeeper::UsageRowsModel *rows READ rows CONSTANT)
    Q_PROPERTY(tollkeeper::UsageDetailsViewModel *details READ details CONSTANT)

public:
    enum class State { Loading, Ready, Empty, Failed };
    Q_ENUM(State)

    explicit UsageViewModel(QObject *parent = nullptr);

    [[nodiscard]] UsageReports *reports() const { return m_reports; }
    void setReports(UsageReports *reports);
    [[nodiscard]] QString today() const { return m_today.toString(Qt::ISODate); }
    void setToday(const QString &day); //!< of the reporting zone, YYYY-MM-DD; nothing is asked before
    [[nodiscard]] bool isActive() const { return m_isActive; }
    void setActive(bool active);
    [[nodiscard]] bool showsUtc() const { return m_showsUtc; }
    void setShowsUtc(bool utc);
    [[nodiscard]] QString zone() const; //!< in which times are shown, by name
    [[nodiscard]] QString reportingZone() const;
    [[nodiscard]] bool hasDays() const { return m_rows.style().withDay; } //!< times have their day with them
    [[nodiscard]] State state() const { return m_asking.state(); }
    [[nodiscard]] bool isUpdating() const { return m_asking.isUnderWay(); }
    [[nodiscard]] bool isSettled() const { return state() != State::Loading && !m_asksTimes; }
    [[nodiscard]] QString problemTitle() const { return m_asking.problemTitle(); }
    [[nodiscard]] QString problem() const { return m_asking.problem(); }
    [[nodiscard]] UsageStrip strip() const { return m_strip; }
    [[nodiscard]] int currentRow() const { return m_currentRow; } //!< -1: none
    void setCurrentRow(int row);
    [[nodiscard]] UsageFilterViewModel *filter() { return &m_filter; }
    [[nodiscard]] UsageRowsModel *rows() { return &m_rows; }
    [[nodiscard]] UsageDetailsViewModel *details() { return &m_details; }

    Q_INVOKABLE void reload();

Q_SIGNALS:
    void reportsChanged();
    void todayChanged();
    void activeChanged();
    void timesChanged();
    void stateChanged();
    void updatingChanged();
    void currentRowChanged();

private:
    void refresh();
    void askChoices();
    void askTimes(const UsageFilter &filter);
    void show(const UsageOutline &outline);
    void showStrip();
    void showDetails();
    void applyStyle();
    void moveCurrent(int row);

    UsageReports *m_reports = nullptr;
    UsageFilterViewModel m_filter;
    UsageRowsModel m_rows;
    UsageDetailsViewModel m_details;
    QDate m_today;
    QTimeZone m_zone = QTimeZone::utc(); //!< the reporting zone
    bool m_isActive = false;
    bool m_isDirty = true; //!< something changed while nobody looked
    bool m_showsUtc = true;
    Asking<State> m_asking;
    std::shared_ptr<const UsageOutline> m_outline;
    std::optional<UsageTimes> m_times;
    bool m_asksTimes = false;
    UsageStrip m_strip;
    int m_currentRow = -1;
    int m_shift = 0; //!< how many rows came above those that are shown, once they are
};

} // namespace tollkeeper
