// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "alerts/budget_service.h"
#include "alerts/channel_service.h"
#include "viewmodels/budget_preview.h"
#include "viewmodels/budgets_view_model.h"
#include "viewmodels/channel_ticks.h"

#include <functional>

namespace tollkeeper {

//! Edits a copy of the budget that is selected in `list`, or a new one, and shows what would come of it. The
//! copy is thrown away by discard(); while something is edited new figures do not touch it. UI thread; what
//! it is given must live longer.
class BudgetEditorViewModel : public QObject {
    Q_OBJECT
    QML_ELEMENT
    Q_PROPERTY(tollkeeper::BudgetsViewModel *list READ list WRITE setList NOTIFY partnersChanged REQUIRED)
    Q_PROPERTY(tollkeeper::BudgetService *budgets READ budgets WRITE setBudgets NOTIFY partnersChanged)
    Q_PROPERTY(tollkeeper::ChannelService *channels READ channels WRITE setChannels NOTIFY partnersChanged)
    Q_PROPERTY(State state READ state NOTIFY formChanged)
    Q_PROPERTY(bool isNew READ isNew NOTIFY formChanged)
    Q_PROPERTY(bool isChanged READ isChanged NOTIFY formChanged)
    Q_PROPERTY(bool canSave READ canSave NOTIFY formChanged)
    Q_PROPERTY(QString problem READ problem NOTIFY formChanged)
    Q_PROPERTY(QString title READ title NOTIFY formChanged)
    Q_PROPERTY(QString tag READ tag NOTIFY formChanged)
    Q_PROPERTY(QString name READ name WRITE setName NOTIFY formChanged)
    Q_PROPERTY(QStringList scopeKinds READ scopeKinds CONSTANT)
    Q_PROPERTY(int scopeKind READ scopeKind WRITE setScopeKind NOTIFY formChanged)
    Q_PROPERTY(QStringList scopeValues READ scopeValues NOTIFY formChanged)
    Q_PROPERTY(int scopeValue READ scopeValue WRITE setScopeValue NOTIFY formChanged)
    Q_PROPERTY(QString limit READ limit WRITE setLimit NOTIFY formChanged)
    Q_PROPERTY(QStringList currencies READ currencies NOTIFY formChanged)
    Q_PROPERTY(int currency READ currency WRITE setCurrency NOTIFY formChanged)
    Q_PROPERTY(int period READ period WRITE setPeriod NOTIFY formChanged)
    Q_PROPERTY(QStringList weekdays READ weekdays CONSTANT)
    Q_PROPERTY(int weekStart READ weekStart WRITE setWeekStart NOTIFY formChanged)
    Q_PROPERTY(QString firstDay READ firstDay WRITE setFirstDay NOTIFY formChanged)
    Q_PROPERTY(QString lastDay READ lastDay WRITE setLastDay NOTIFY formChanged)
    Q_PROPERTY(bool countsByok READ countsByok WRITE setCountsByok NOTIFY formChanged)
    Q_PROPERTY(bool isPaused READ isPaused NOTIFY formChanged)
    Q_PROPERTY(QVariantList channelTicks READ ticks NOTIFY formChanged)
    Q_PROPERTY(QString thresholdProblem READ thresholdProblem NOTIFY formChanged)
    Q_PROPERTY(tollkeeper::BudgetPreview *preview READ preview CONSTANT)

public:
    enum class State { Closed, Editing, Saving, Failed };
    Q_ENUM(State)

    explicit BudgetEditorViewModel(QObject *parent = nullptr);

    [[nodiscard]] BudgetsViewModel *list() const { return m_list; }
    void setList(BudgetsViewModel *list);
    [[nodiscard]] BudgetService *budgets() const { return m_budgets; }
    void setBudgets(BudgetService *budgets);
    [[nodiscard]] ChannelService *channels() const { return m_channels; }
    void setChannels(ChannelService *channels);
    [[nodiscard]] State state() const { return m_state; }
    [[nodiscard]] bool isNew() const { return !m_stored.id.isValid(); }
    [[nodiscard]] bool isChanged() const { return m_form != m_first; }
    [[nodiscard]] bool canSave() const;
    [[nodiscard]] QString
    problem() const; //!< what is in the way of saving; empty: nothing, or nothing edited
    [[nodiscard]] QString title() const; //!< its stored name
    [[nodiscard]] QString tag() const; //!< "team budget"

    [[nodiscard]] QString name() const { return m_form.name; }
    void setName(const QString &name);
    [[nodiscard]] QStringList scopeKinds() const;
    [[nodiscard]] int scopeKind() const { return static_cast<int>(m_form.scope.kind); }
    void setScopeKind(int kind);
    [[nodiscard]] QStringList scopeValues() const; //!< names to choose from
    [[nodiscard]] int scopeValue() const; //!< -1: none chosen
    void setScopeValue(int place);
    [[nodiscard]] QString limit() const { return m_form.limit; }
    void setLimit(const QString &typed);
    [[nodiscard]] QStringList currencies() const; //!< codes
    [[nodiscard]] int currency() const;
    void setCurrency(int place);
    [[nodiscard]] int period() const { return static_cast<int>(m_form.period); } //!< BudgetPeriod::Kind
    void setPeriod(int kind);
    [[nodiscard]] QStringList weekdays() const;
    [[nodiscard]] int weekStart() const { return int(m_form.weekStart) - 1; }
    void setWeekStart(int place);
    [[nodiscard]] QString firstDay() const { return m_form.firstDay; }
    void setFirstDay(const QString &typed);
    [[nodiscard]] QString lastDay() const { return m_form.lastDay; }
    void setLastDay(const QString &typed);
    [[nodiscard]] bool countsByok() const { return m_form.countsByok; }
    void setCountsByok(bool counts);
    [[nodiscard]] bool isPaused() const { return m_form.isPaused; }
    [[nodiscard]] QVariantList ticks() const { return tollkeeper::channelTicks(m_known, m_form.channels); }

    [[nodiscard]] QString thresholdProblem() const { return m_thresholdProblem; }
    [[nodiscard]] BudgetPreview *preview() { return &m_preview; }

    Q_INVOKABLE void beginNew();
    Q_INVOKABLE void save();
    Q_INVOKABLE void discard(); //!< a new one is closed
    Q_INVOKABLE void togglePaused(); //!< at once; nothing else that is edited is saved with it
    Q_INVOKABLE void remove();
    Q_INVOKABLE void toggleThreshold(int row);
    //! False: `percent` is no whole number from 1 to 1000.
    Q_INVOKABLE bool addThreshold(bool isForecast, const QString &percent);
    Q_INVOKABLE void toggleChannel(const QString &id);

Q_SIGNALS:
    void partnersChanged();
    void formChanged();
    void saved(const QString &id);
    void removed();

private:
    void follow(); //!< the list: another budget is selected, or its figures are new
    void followTable();
    void open(const Budget &budget);
    void close();
    void askChoices();
    void askChannels();
    void edit(const std::function<void(BudgetForm &)> &change);
    void finish(const Result<BudgetId> &answer);
    void fail(const Error &error);
    [[nodiscard]] QStringList takenNames() const;
    [[nodiscard]] QList<QPair<QString, QString>> valueChoices() const; //!< value, name
    [[nodiscard]] bool isOpen() const { return m_state != State::Closed; }
    [[nodiscard]] bool isBusy() const { return !isOpen() || m_state == State::Saving; }

    BudgetsViewModel *m_list = nullptr;
    BudgetService *m_budgets = nullptr;
    ChannelService *m_channels = nullptr;
    QList<Channel> m_known;
    BudgetChoices m_choices;
    Budget m_stored; //!< without an id: a new one
    BudgetForm m_first; //!< as it was opened
    BudgetForm m_form;
    BudgetPreview m_preview;
    bool m_isAwaited = false; //!< just saved: the list has not read it yet
    int m_saves = 0;
    State m_state = State::Closed;
    QString m_failure;
    QString m_thresholdProblem;
};

} // namespace tollkeeper
