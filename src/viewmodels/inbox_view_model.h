// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "alerts/alert_service.h"
#include "viewmodels/alert_details_view_model.h"
#include "viewmodels/asking.h"
#include "viewmodels/inbox_rows.h"

#include <QObject>

#include <functional>

namespace tollkeeper {

//! The inbox: alerts by view, the selected one, and what people do with them. While a later answer is awaited
//! the old one stays; an answer that a later question has overtaken is dropped. UI thread; holds no service,
//! `reports` and `service` must live longer.
class InboxViewModel : public QObject {
    Q_OBJECT
    QML_ELEMENT
    Q_PROPERTY(tollkeeper::AlertReports *reports READ reports WRITE setReports NOTIFY reportsChanged REQUIRED)
    Q_PROPERTY(tollkeeper::AlertService *service READ service WRITE setService NOTIFY serviceChanged REQUIRED)
    Q_PROPERTY(State state READ state NOTIFY inboxChanged)
    Q_PROPERTY(bool isUpdating READ isUpdating NOTIFY updatingChanged)
    Q_PROPERTY(QString problemTitle READ problemTitle NOTIFY inboxChanged)
    Q_PROPERTY(QString problem READ problem NOTIFY inboxChanged)
    Q_PROPERTY(int view READ view WRITE setView NOTIFY viewChanged)
    Q_PROPERTY(QStringList viewNames READ viewNames NOTIFY inboxChanged)
    Q_PROPERTY(int open READ open NOTIFY inboxChanged)
    Q_PROPERTY(int criticalOpen READ criticalOpen NOTIFY inboxChanged)
    Q_PROPERTY(QVariantList rows READ rows NOTIFY rowsChanged)
    Q_PROPERTY(int current READ current WRITE setCurrent NOTIFY currentChanged)
    Q_PROPERTY(bool canAcknowledgeAll READ canAcknowledgeAll NOTIFY inboxChanged)
    Q_PROPERTY(tollkeeper::AlertDetailsViewModel *details READ details CONSTANT)
    Q_PROPERTY(QString actionProblem READ actionProblem NOTIFY actionChanged)
    Q_PROPERTY(QString outcome READ outcome NOTIFY actionChanged)

public:
    enum class State { Loading, Ready, Empty, Failed };
    Q_ENUM(State)
    //! In the order of the segment.
    enum class View { Open, Snoozed, Done, All };
    Q_ENUM(View)
    enum class Snooze { OneHour, EightHours, Tomorrow, OneDay, OneWeek, UntilItChanges };
    Q_ENUM(Snooze)

    explicit InboxViewModel(QObject *parent = nullptr);

    [[nodiscard]] AlertReports *reports() const { return m_reports; }
    void setReports(AlertReports *reports);
    [[nodiscard]] AlertService *service() const { return m_service; }
    void setService(AlertService *service);
    [[nodiscard]] State state() const { return m_asking.state(); }
    [[nodiscard]] bool isUpdating() const { return m_asking.isUnderWay(); }
    [[nodiscard]] QString problemTitle() const { return m_asking.problemTitle(); }
    [[nodiscard]] QString problem() const { return m_asking.problem(); }
    [[nodiscard]] int view() const { return static_cast<int>(m_view); }
    void setView(int view);
    [[nodiscard]] QStringList viewNames() const; //!< "Open 6", "Snoozed 1", "Done 2", "All"
    [[nodiscard]] int open() const { return m_inbox.open; } //!< in all views
    [[nodiscard]] int criticalOpen() const { return m_inbox.criticalOpen; }
    [[nodiscard]] QVariantList rows() const; //!< of InboxRow
    [[nodiscard]] int current() const; //!< row of the selected alert; -1: none
    void setCurrent(int row);
    [[nodiscard]] bool canAcknowledgeAll() const;
    [[nodiscard]] AlertDetailsViewModel *details() { return &m_details; }
    [[nodiscard]] QString actionProblem() const { return m_actionProblem; } //!< why the last one failed
    [[nodiscard]] QString outcome() const { return m_outcome; } //!< of the last one, for screen readers

    Q_INVOKABLE void reload();
    //! Selects an alert by its id wherever it is; the view changes to all where it has to.
    Q_INVOKABLE void selectAlert(const QString &id);
    Q_INVOKABLE void acknowledge(); //!< the selected one
    Q_INVOKABLE void acknowledgeAll(); //!< the firing ones of the list
    Q_INVOKABLE void snooze(tollkeeper::InboxViewModel::Snooze until); //!< the selected one
    Q_INVOKABLE void assign(const QString &owner);
    Q_INVOKABLE void setNote(const QString &note);

Q_SIGNALS:
    void reportsChanged();
    void serviceChanged();
    void inboxChanged();
    void rowsChanged();
    void updatingChanged();
    void viewChanged();
    void currentChanged();
    void actionChanged();

private:
    void show(const Result<Inbox> &answer);
    void showRows(const QList<InboxRow> &rows);
    void showSelected();
    void settle(Async<Done> acting, const QString &outcome);
    [[nodiscard]] QList<AlertId> firing() const;

    AlertReports *m_reports = nullptr;
    AlertService *m_service = nullptr;
    AlertDetailsViewModel m_details;
    Inbox m_inbox;
    QList<InboxRow> m_rows;
    View m_view = View::All;
    AlertId m_selected;
    bool m_isWanted = false; //!< the selected one was asked for by id and has not been seen yet
    Asking<State> m_asking;
    QString m_actionProblem;
    QString m_outcome;
};

//! When a snooze ends, UTC; nullopt: when it changes. "Tomorrow" is 08:00 of the zone's next day.
[[nodiscard]] std::optional<QDateTime> snoozeEnd(
    InboxViewModel::Snooze snooze, const QDateTime &now, const QTimeZone &zone);

} // namespace tollkeeper
