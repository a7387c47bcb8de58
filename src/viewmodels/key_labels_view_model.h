// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "analytics/key_reports.h"

#include <QObject>
#include <qqmlregistration.h>

namespace tollkeeper {

class KeysViewModel;

//! Whom keys belong to: environment, team, owner and tags of one key or of several at once. What is not
//! chosen stays as it is on each. UI thread; `reports` must live longer.
class KeyLabelsViewModel : public QObject {
    Q_OBJECT
    QML_ELEMENT
    Q_PROPERTY(tollkeeper::KeyReports *reports READ reports WRITE setReports NOTIFY reportsChanged REQUIRED)
    Q_PROPERTY(State state READ state NOTIFY stateChanged)
    Q_PROPERTY(int count READ count NOTIFY begun)
    Q_PROPERTY(QString title READ title NOTIFY begun)
    Q_PROPERTY(QStringList values READ values NOTIFY begun)
    Q_PROPERTY(QList<bool> areSame READ areSame NOTIFY begun)
    Q_PROPERTY(QString problem READ problem NOTIFY stateChanged)

public:
    enum class State { Editing, Saving, Saved, Failed };
    Q_ENUM(State)
    enum Field { Environment, Team, Owner, Tags };
    Q_ENUM(Field)

    using QObject::QObject;

    [[nodiscard]] KeyReports *reports() const { return m_reports; }
    void setReports(KeyReports *reports);
    [[nodiscard]] State state() const { return m_state; }
    [[nodiscard]] int count() const { return static_cast<int>(m_keys.size()); }
    [[nodiscard]] QString title() const; //!< the key's name, or "3 keys"
    [[nodiscard]] QStringList values() const { return m_values; } //!< by Field; empty where they differ
    [[nodiscard]] QList<bool> areSame() const { return m_areSame; } //!< by Field
    [[nodiscard]] QString problem() const { return m_problem; }

    Q_INVOKABLE void begin(tollkeeper::KeysViewModel *page, const QStringList &ids);
    //! `chosen` and `typed` by Field; a chosen field that is empty takes the label away.
    Q_INVOKABLE void save(const QList<bool> &chosen, const QStringList &typed);

Q_SIGNALS:
    void reportsChanged();
    void begun();
    void stateChanged();

private:
    void moveTo(State state, const QString &problem = {});

    KeyReports *m_reports = nullptr;
    QList<KeyId> m_keys;
    QString m_name;
    QStringList m_values;
    QList<bool> m_areSame;
    int m_asked = 0;
    State m_state = State::Editing;
    QString m_problem;
};

} // namespace tollkeeper
