// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "viewmodels/rules_view_model.h"

#include <QTimer>

namespace tollkeeper {

//! Edits a copy of one rule, and tries it out on the past before it is saved. UI thread; `list` must live
//! longer.
class RuleEditorViewModel : public QObject {
    Q_OBJECT
    QML_ELEMENT
    Q_PROPERTY(tollkeeper::RulesViewModel *list READ list WRITE setList NOTIFY listChanged REQUIRED)
    Q_PROPERTY(State state READ state NOTIFY changed)
    Q_PROPERTY(QString name READ name NOTIFY changed)
    Q_PROPERTY(QString icon READ icon NOTIFY changed)
    Q_PROPERTY(QVariantList pieces READ pieces NOTIFY changed)
    Q_PROPERTY(QStringList severities READ severities CONSTANT)
    Q_PROPERTY(int severity READ severity WRITE setSeverity NOTIFY changed)
    Q_PROPERTY(QVariantList channelTicks READ ticks NOTIFY changed)
    Q_PROPERTY(bool isOn READ isOn WRITE setOn NOTIFY changed)
    Q_PROPERTY(bool isChanged READ isChanged NOTIFY changed)
    Q_PROPERTY(bool canSave READ canSave NOTIFY changed)
    Q_PROPERTY(QString problem READ problem NOTIFY changed)
    Q_PROPERTY(bool isTrying READ isTrying NOTIFY tried)
    Q_PROPERTY(QString backTest READ backTest NOTIFY tried)
    Q_PROPERTY(QStringList backTestDays READ backTestDays NOTIFY tried)

public:
    enum class State { Closed, Editing, Saving, Saved, Failed };
    Q_ENUM(State)

    //! How far back a rule is tried out.
    static constexpr int BackTestDays = 90;

    explicit RuleEditorViewModel(QObject *parent = nullptr);

    [[nodiscard]] RulesViewModel *list() const { return m_list; }
    void setList(RulesViewModel *list);
    [[nodiscard]] State state() const { return m_state; }
    [[nodiscard]] QString name() const;
    [[nodiscard]] QString icon() const;
    [[nodiscard]] QVariantList pieces() const; //!< of RulePiece, with what is typed
    [[nodiscard]] QStringList severities() const;
    [[nodiscard]] int severity() const { return static_cast<int>(m_rule.severity); }
    void setSeverity(int severity);
    [[nodiscard]] QVariantList ticks() const;
    [[nodiscard]] bool isOn() const { return m_rule.isOn; }
    void setOn(bool isOn);
    [[nodiscard]] bool isChanged() const;
    [[nodiscard]] bool canSave() const;
    [[nodiscard]] QString problem() const; //!< what is in the way of saving; empty: nothing
    [[nodiscard]] bool isTrying() const { return m_asked != m_answered || m_pause.isActive(); }
    //! "On the last 90 days this would have fired 4 times, on these days:"
    [[nodiscard]] QString backTest() const;
    [[nodiscard]] QStringList backTestDays() const; //!< "12 May, search-rerank-prod", newest first

    Q_INVOKABLE void begin(int row);
    Q_INVOKABLE void setValue(int place, const QString &typed);
    Q_INVOKABLE void toggleChannel(const QString &id);
    Q_INVOKABLE void save();
    Q_INVOKABLE void close();

Q_SIGNALS:
    void listChanged();
    void changed();
    void tried();

private:
    void edit();
    void tryOut();
    [[nodiscard]] QString wrongValue() const;
    //! nullopt: what is typed is no value, or out of bounds.
    [[nodiscard]] std::optional<qint64> value(int place) const;

    RulesViewModel *m_list = nullptr;
    AlertRule m_first; //!< as it was opened
    AlertRule m_rule;
    QStringList m_typed; //!< by parameter
    BackTest m_backTest;
    QString m_backTestProblem;
    QTimer m_pause; //!< typing goes on before the rule is tried out again
    int m_asked = 0;
    int m_answered = 0;
    int m_saves = 0;
    State m_state = State::Closed;
    QString m_failure;
};

} // namespace tollkeeper
