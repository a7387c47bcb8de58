// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "alerts/alert_service.h"
#include "viewmodels/alert_chart.h"
#include "viewmodels/alert_lines.h"

#include <QObject>

namespace tollkeeper {

//! One alert: what happened, why it matters, what to do, its evidence and its history. Words and figures are
//! there at once, evidence and history come a moment later; those of an alert that is no longer shown are
//! dropped. UI thread.
class AlertDetailsViewModel : public QObject {
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("belongs to InboxViewModel")
    Q_PROPERTY(bool hasAlert READ hasAlert NOTIFY changed)
    Q_PROPERTY(bool isSettled READ isSettled NOTIFY changed)
    Q_PROPERTY(QString id READ id NOTIFY changed)
    Q_PROPERTY(QString mark READ mark NOTIFY changed)
    Q_PROPERTY(QString severity READ severity NOTIFY changed)
    Q_PROPERTY(QString lead READ lead NOTIFY changed)
    Q_PROPERTY(QString title READ title NOTIFY changed)
    Q_PROPERTY(QVariantList figures READ figures NOTIFY changed)
    Q_PROPERTY(QString whatHappened READ whatHappened NOTIFY changed)
    Q_PROPERTY(QString whyItMatters READ whyItMatters NOTIFY changed)
    Q_PROPERTY(QVariantList steps READ steps NOTIFY changed)
    Q_PROPERTY(tollkeeper::AlertChart chart READ chart NOTIFY changed)
    Q_PROPERTY(QVariantList events READ events NOTIFY changed)
    Q_PROPERTY(QString notice READ notice NOTIFY changed)
    Q_PROPERTY(QVariantList links READ links NOTIFY changed)
    Q_PROPERTY(QString owner READ owner NOTIFY changed)
    Q_PROPERTY(QString note READ note NOTIFY changed)
    Q_PROPERTY(bool canAcknowledge READ canAcknowledge NOTIFY changed)
    Q_PROPERTY(bool canSnooze READ canSnooze NOTIFY changed)
    Q_PROPERTY(QString problem READ problem NOTIFY changed)

public:
    using QObject::QObject;

    void setReports(AlertReports *reports) { m_reports = reports; }
    //! Shows an alert of the list; asks for its evidence and history again, for they may have grown.
    void show(const Alert &alert, const QTimeZone &zone);
    void clear();

    [[nodiscard]] bool hasAlert() const { return m_alert.has_value(); }
    [[nodiscard]] bool isSettled() const { return m_asked == m_answered; }
    [[nodiscard]] const std::optional<Alert> &alert() const { return m_alert; }
    [[nodiscard]] QString id() const;
    [[nodiscard]] QString mark() const; //!< kind of Mark
    [[nodiscard]] QString severity() const;
    [[nodiscard]] QString lead() const;
    [[nodiscard]] QString title() const { return m_words.title; }
    [[nodiscard]] QVariantList figures() const; //!< of AlertFigureLine
    [[nodiscard]] QString whatHappened() const { return m_words.whatHappened; }
    [[nodiscard]] QString whyItMatters() const { return m_words.whyItMatters; }
    [[nodiscard]] QVariantList steps() const; //!< of AlertStepLine
    [[nodiscard]] AlertChart chart() const;
    [[nodiscard]] QVariantList events() const; //!< of AlertEventLine, newest first
    [[nodiscard]] QString notice() const; //!< empty until the history has come
    [[nodiscard]] QVariantList links() const; //!< of AlertStepLine
    [[nodiscard]] QString owner() const { return m_alert ? m_alert->owner : QString(); }
    [[nodiscard]] QString note() const { return m_alert ? m_alert->note : QString(); }
    [[nodiscard]] bool canAcknowledge() const { return m_alert && m_alert->isOpen(); }
    [[nodiscard]] bool canSnooze() const { return m_alert && m_alert->isTrue(); }
    [[nodiscard]] QString problem() const { return m_problem; } //!< why the history is missing; empty: none

    //! Goes where a step or link leads: emits one of the signals below.
    Q_INVOKABLE void follow(int action);
    //! The requests it is about, or the account, budget or rule: what "evidence" means for its kind.
    Q_INVOKABLE void followEvidence();

Q_SIGNALS:
    void changed();
    // Ids are digits, days are YYYY-MM-DD of the reporting zone; empty: any.
    void keyWanted(const QString &key);
    void budgetWanted(const QString &budget);
    void forecastWanted(const QString &budget);
    void accountWanted(const QString &account);
    void healthWanted(const QString &account);
    void ruleWanted(const QString &kind);
    void requestsWanted(
        const QString &firstDay, const QString &lastDay, const QString &key, const QString &model);
    void rotationWanted(const QString &key);
    void labelsWanted(const QString &key);
    void inboxWanted();

private:
    void ask();
    void wantRequests();

    AlertReports *m_reports = nullptr;
    std::optional<Alert> m_alert;
    std::optional<AlertDetails> m_details;
    QTimeZone m_zone = QTimeZone::utc();
    AlertWords m_words;
    QString m_problem;
    int m_asked = 0;
    int m_answered = 0;
};

} // namespace tollkeeper
