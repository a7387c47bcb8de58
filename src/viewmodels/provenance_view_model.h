// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "analytics/usage_reports.h"
#include "viewmodels/provenance_rows.h"

#include <QVariantList>

namespace tollkeeper {

//! Where one figure comes from (ledger rule 8). The latest question wins. UI thread; `reports` must live
//! longer.
class ProvenanceViewModel : public QObject {
    Q_OBJECT
    QML_ELEMENT
    Q_PROPERTY(tollkeeper::UsageReports *reports READ reports WRITE setReports NOTIFY reportsChanged REQUIRED)
    Q_PROPERTY(State state READ state NOTIFY stateChanged)
    Q_PROPERTY(QString title READ title NOTIFY stateChanged)
    Q_PROPERTY(QString problem READ problem NOTIFY stateChanged)
    Q_PROPERTY(tollkeeper::ProvenanceCard card READ card NOTIFY stateChanged)
    Q_PROPERTY(QVariantList sources READ sources NOTIFY stateChanged)
    Q_PROPERTY(QString firstDay READ firstDay NOTIFY stateChanged)
    Q_PROPERTY(QString lastDay READ lastDay NOTIFY stateChanged)
    Q_PROPERTY(QString key READ key NOTIFY stateChanged)
    Q_PROPERTY(QString model READ model NOTIFY stateChanged)

public:
    enum class State { Loading, Ready, Failed };
    Q_ENUM(State)

    using QObject::QObject;

    [[nodiscard]] UsageReports *reports() const { return m_reports; }
    void setReports(UsageReports *reports);
    [[nodiscard]] State state() const { return m_state; }
    [[nodiscard]] QString title() const { return m_title; }
    [[nodiscard]] QString problem() const { return m_problem; }
    [[nodiscard]] ProvenanceCard card() const;
    [[nodiscard]] QVariantList sources() const; //!< of SourceLine
    [[nodiscard]] QString firstDay() const; //!< of what was asked, YYYY-MM-DD
    [[nodiscard]] QString lastDay() const;
    [[nodiscard]] QString key() const; //!< id; empty: all
    [[nodiscard]] QString model() const { return m_query.model; }

    //! Days as YYYY-MM-DD of the reporting zone, ids as text; empty: all. `title` names the figure.
    Q_INVOKABLE void ask(const QString &title, const QString &currency, const QString &firstDay,
        const QString &lastDay, const QString &account, const QString &key, const QString &model);

Q_SIGNALS:
    void reportsChanged();
    void stateChanged();

private:
    UsageReports *m_reports = nullptr;
    State m_state = State::Loading;
    QString m_title;
    QString m_problem;
    ProvenanceQuery m_query;
    Provenance m_answer;
    int m_asked = 0;
};

} // namespace tollkeeper
