// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "viewmodels/asking.h"
#include "viewmodels/key_details_view_model.h"
#include "viewmodels/key_sums.h"
#include "viewmodels/keys_selection.h"
#include "viewmodels/usage_choice_list.h"

namespace tollkeeper {

//! The Keys page: all keys, which of them are shown and how they are sorted, the selected one and those that
//! are picked for a change of several at once. While a later answer is awaited the old one stays; an answer
//! that a later question has overtaken is dropped. UI thread; holds no service, `reports` must live longer.
class KeysViewModel : public QObject {
    Q_OBJECT
    QML_ELEMENT
    Q_PROPERTY(tollkeeper::KeyReports *reports READ reports WRITE setReports NOTIFY reportsChanged REQUIRED)
    Q_PROPERTY(State state READ state NOTIFY tableChanged)
    Q_PROPERTY(bool isUpdating READ isUpdating NOTIFY updatingChanged)
    Q_PROPERTY(QString problemTitle READ problemTitle NOTIFY tableChanged)
    Q_PROPERTY(QString problem READ problem NOTIFY tableChanged)
    Q_PROPERTY(int tab READ tab WRITE setTab NOTIFY questionChanged)
    Q_PROPERTY(QList<int> tabCounts READ tabCounts NOTIFY tableChanged)
    Q_PROPERTY(QString text READ text WRITE setText NOTIFY questionChanged)
    Q_PROPERTY(tollkeeper::UsageChoiceList *gateways READ gateways CONSTANT)
    Q_PROPERTY(tollkeeper::UsageChoiceList *environments READ environments CONSTANT)
    Q_PROPERTY(tollkeeper::UsageChoiceList *teams READ teams CONSTANT)
    Q_PROPERTY(bool isFiltered READ isFiltered NOTIFY questionChanged)
    Q_PROPERTY(int column READ column NOTIFY questionChanged)
    Q_PROPERTY(bool isDescending READ isDescending NOTIFY questionChanged)
    Q_PROPERTY(bool holdsOrder READ holdsOrder WRITE setHoldsOrder NOTIFY holdsOrderChanged)
    Q_PROPERTY(QVariantList rows READ rows NOTIFY rowsChanged)
    Q_PROPERTY(int current READ current WRITE setCurrent NOTIFY currentChanged)
    Q_PROPERTY(QStringList picked READ picked NOTIFY rowsChanged)
    Q_PROPERTY(tollkeeper::KeyDetailsViewModel *details READ details CONSTANT)
    Q_PROPERTY(int keys READ keys NOTIFY tableChanged)
    Q_PROPERTY(QString month READ month NOTIFY tableChanged)
    Q_PROPERTY(tollkeeper::KeySums sums READ sums NOTIFY rowsChanged)
    Q_PROPERTY(QString policyText READ policyText NOTIFY tableChanged)
    Q_PROPERTY(int rotationDays READ rotationDays NOTIFY tableChanged)
    Q_PROPERTY(QStringList environmentNames READ environmentNames NOTIFY tableChanged)
    Q_PROPERTY(QStringList teamNames READ teamNames NOTIFY tableChanged)
    Q_PROPERTY(QStringList ownerNames READ ownerNames NOTIFY tableChanged)

public:
    enum class State { Loading, Ready, Empty, Failed };
    Q_ENUM(State)

    explicit KeysViewModel(QObject *parent = nullptr);

    [[nodiscard]] KeyReports *reports() const { return m_reports; }
    void setReports(KeyReports *reports);
    [[nodiscard]] State state() const { return m_asking.state(); }
    [[nodiscard]] bool isUpdating() const { return m_asking.isUnderWay(); }
    [[nodiscard]] QString problemTitle() const { return m_asking.problemTitle(); }
    [[nodiscard]] QString problem() const { return m_asking.problem(); }
    [[nodiscard]] int tab() const { return m_question.tab; }
    void setTab(int tab);
    [[nodiscard]] QList<int> tabCounts() const; //!< by KeysTab, whatever the filters
    [[nodiscard]] QString text() const { return m_question.text; }
    void setText(const QString &text);
    [[nodiscard]] UsageChoiceList *gateways() { return &m_gateways; }
    [[nodiscard]] UsageChoiceList *environments() { return &m_environments; }
    [[nodiscard]] UsageChoiceList *teams() { return &m_teams; }
    [[nodiscard]] bool isFiltered() const; //!< the tabs aside
    [[nodiscard]] int column() const { return m_question.column; }
    [[nodiscard]] bool isDescending() const { return m_question.isDescending; }
    [[nodiscard]] bool holdsOrder() const { return m_holdsOrder; }
    void setHoldsOrder(bool holds); //!< the pointer is over the rows: new figures do not move them
    [[nodiscard]] QVariantList rows() const { return m_rows; } //!< of KeyCells
    [[nodiscard]] int current() const; //!< row of the selected key; -1: none, or not shown
    void setCurrent(int row);
    [[nodiscard]] QStringList picked() const { return m_picked; } //!< ids
    [[nodiscard]] KeyDetailsViewModel *details() { return &m_details; }
    [[nodiscard]] int keys() const { return static_cast<int>(m_table.rows.size()); }
    [[nodiscard]] QString month() const;
    [[nodiscard]] KeySums sums() const { return keySums(m_table, m_shown); }
    [[nodiscard]] QString policyText() const; //!< "Rotation policy: 90 days"
    [[nodiscard]] int rotationDays() const { return m_table.rotationDays; }
    //! The values that keys have, for suggestions.
    [[nodiscard]] QStringList environmentNames() const
    {
        return labelValues(m_table.rows, &KeyLabels::environment);
    }
    [[nodiscard]] QStringList teamNames() const { return labelValues(m_table.rows, &KeyLabels::team); }
    [[nodiscard]] QStringList ownerNames() const { return labelValues(m_table.rows, &KeyLabels::owner); }
    [[nodiscard]] const KeyTable &table() const { return m_table; }

    Q_INVOKABLE void reload();
    //! Sorts by a column; again: the other way round.
    Q_INVOKABLE void sortBy(int column);
    Q_INVOKABLE void clearFilters();
    Q_INVOKABLE void togglePicked(int row);
    Q_INVOKABLE void pickShown();
    Q_INVOKABLE void clearPicked();
    //! Selects a key by id wherever it is; false: there is no such key.
    Q_INVOKABLE bool selectKey(const QString &id);
    [[nodiscard]] Q_INVOKABLE QString copied(int row) const; //!< for the clipboard; empty: no such row

Q_SIGNALS:
    void reportsChanged();
    void tableChanged();
    void updatingChanged();
    void questionChanged();
    void holdsOrderChanged();
    void rowsChanged();
    void currentChanged();

private:
    using Choices = QList<UsageChoiceList::Choice>;

    void show(const Result<KeyTable> &answer);
    void showChoices();
    void changeQuestion();
    void rebuild();
    void keepOrder(const QList<KeyId> &before);
    void showDetails();
    [[nodiscard]] const KeyRow *rowAt(int row) const;

    KeyReports *m_reports = nullptr;
    UsageChoiceList m_gateways;
    UsageChoiceList m_environments;
    UsageChoiceList m_teams;
    KeyDetailsViewModel m_details;
    KeyTable m_table;
    KeysQuestion m_question;
    QList<qsizetype> m_shown; //!< places in m_table.rows
    QVariantList m_rows;
    QStringList m_picked;
    std::optional<KeyId> m_selected;
    bool m_holdsOrder = false;
    Asking<State> m_asking;
};

} // namespace tollkeeper
