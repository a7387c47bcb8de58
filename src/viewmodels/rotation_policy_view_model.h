// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "viewmodels/key_details_view_model.h"

namespace tollkeeper {

//! After how many days keys are to be replaced: of the workspace, or of one key. UI thread; `reports` must
//! live longer.
class RotationPolicyViewModel : public QObject {
    Q_OBJECT
    QML_ELEMENT
    Q_PROPERTY(tollkeeper::KeyReports *reports READ reports WRITE setReports NOTIFY reportsChanged REQUIRED)
    Q_PROPERTY(State state READ state NOTIFY stateChanged)
    Q_PROPERTY(QString keyName READ keyName NOTIFY begun)
    Q_PROPERTY(Choice choice READ choice NOTIFY begun)
    Q_PROPERTY(QString days READ days NOTIFY begun)
    Q_PROPERTY(QString workspaceText READ workspaceText NOTIFY begun)
    Q_PROPERTY(QString problem READ problem NOTIFY stateChanged)

public:
    enum class State { Editing, Saving, Saved, Failed };
    Q_ENUM(State)
    enum class Choice { Workspace, Days, Never };
    Q_ENUM(Choice)

    using QObject::QObject;

    [[nodiscard]] KeyReports *reports() const { return m_reports; }
    void setReports(KeyReports *reports);
    [[nodiscard]] State state() const { return m_state; }
    [[nodiscard]] QString keyName() const { return m_keyName; } //!< empty: of the workspace
    [[nodiscard]] Choice choice() const;
    [[nodiscard]] QString days() const; //!< to type over
    [[nodiscard]] QString workspaceText() const; //!< "90 days", "never"
    [[nodiscard]] QString problem() const { return m_problem; }

    Q_INVOKABLE void beginWorkspace(int days);
    Q_INVOKABLE void beginKey(tollkeeper::KeyDetailsViewModel *details);
    Q_INVOKABLE void save(tollkeeper::RotationPolicyViewModel::Choice choice, const QString &days);

Q_SIGNALS:
    void reportsChanged();
    void begun();
    void stateChanged();

private:
    void moveTo(State state, const QString &problem = {});

    KeyReports *m_reports = nullptr;
    std::optional<KeyId> m_key; //!< nullopt: the workspace
    QString m_keyName;
    std::optional<int> m_days; //!< nullopt: the workspace's holds
    int m_workspaceDays = 0;
    int m_asked = 0;
    State m_state = State::Editing;
    QString m_problem;
};

} // namespace tollkeeper
