// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "playground/run_history.h"
#include "viewmodels/playground/kept_run_view_model.h"
#include "viewmodels/playground/run_history_model.h"

#include <QTimeZone>
#include <QVariantList>
#include <qqmlregistration.h>

namespace tollkeeper {

//! The history of the Playground, its presets and what it keeps. UI thread; `history` must live longer.
class RunHistoryViewModel : public QObject {
    Q_OBJECT
    QML_ELEMENT
    Q_PROPERTY(tollkeeper::RunHistory *history READ history WRITE setHistory NOTIFY historyChanged REQUIRED)
    Q_PROPERTY(bool isActive READ isActive WRITE setIsActive NOTIFY historyChanged)
    Q_PROPERTY(QString search READ search WRITE setSearch NOTIFY searchChanged)
    Q_PROPERTY(tollkeeper::RunHistoryModel *runs READ runs CONSTANT)
    Q_PROPERTY(QStringList presets READ presets NOTIFY presetsChanged)
    Q_PROPERTY(bool keepsBodies READ keepsBodies WRITE setKeepsBodies NOTIFY keepsBodiesChanged)
    Q_PROPERTY(bool mayHoldTexts READ mayHoldTexts NOTIFY rowsChanged)
    Q_PROPERTY(QString problem READ problem NOTIFY rowsChanged)
    Q_PROPERTY(bool isLoading READ isLoading NOTIFY rowsChanged)
    Q_PROPERTY(tollkeeper::KeptRunViewModel *details READ details CONSTANT)
    // two that are compared
    Q_PROPERTY(QVariantList compared READ compared NOTIFY comparedChanged)
    Q_PROPERTY(QVariantList difference READ difference NOTIFY comparedChanged)
    Q_PROPERTY(QString comparedNote READ comparedNote NOTIFY comparedChanged)

public:
    static constexpr int MostRows = 500;

    using QObject::QObject;

    [[nodiscard]] RunHistory *history() const { return m_history; }
    void setHistory(RunHistory *history);
    [[nodiscard]] bool isActive() const { return m_isActive; }
    void setIsActive(bool isActive); //!< nothing is read while it is not looked at
    [[nodiscard]] QString search() const { return m_search; }
    void setSearch(const QString &text);
    [[nodiscard]] RunHistoryModel *runs() { return &m_runs; } //!< the newest first
    [[nodiscard]] const QList<RunRow> &rows() const { return m_runs.rows(); }
    [[nodiscard]] QStringList presets() const { return m_presets; }
    [[nodiscard]] bool keepsBodies() const { return m_keepsBodies; }
    //! false: those kept so far are deleted.
    void setKeepsBodies(bool keeps);
    [[nodiscard]] bool mayHoldTexts() const; //!< false: it is known that no run has any
    [[nodiscard]] QString problem() const { return m_problem; }
    [[nodiscard]] bool isLoading() const { return m_isLoading; }
    [[nodiscard]] KeptRunViewModel *details() { return &m_details; } //!< of the one that is read again
    [[nodiscard]] QVariantList compared() const { return m_compared; } //!< of RunRow: none or two
    [[nodiscard]] QVariantList difference() const { return m_difference; } //!< of DiffRow
    [[nodiscard]] QString comparedNote() const { return m_comparedNote; } //!< "Answers were not kept."

    Q_INVOKABLE void remove(const QString &id);
    Q_INVOKABLE void removeAll();
    Q_INVOKABLE void removePreset(const QString &name);
    Q_INVOKABLE void showDetails(const QString &id);
    Q_INVOKABLE void endDetails();
    Q_INVOKABLE void compare(const QString &left, const QString &right);
    Q_INVOKABLE void endComparison();

Q_SIGNALS:
    void historyChanged();
    void searchChanged();
    void rowsChanged();
    void presetsChanged();
    void keepsBodiesChanged();
    void comparedChanged();
    void removed(const QString &id);

private:
    void reload();
    void show(const QString &search, const Result<QList<RunLine>> &answer);
    void reloadPresets();
    void say(const Result<Done> &outcome);

    RunHistory *m_history = nullptr;
    bool m_isActive = false;
    QString m_search;
    RunHistoryModel m_runs;
    std::optional<QString> m_shownSearch; //!< what the rows fit; nullopt: none have been read yet
    QStringList m_presets;
    bool m_keepsBodies = false;
    bool m_isLoading = false;
    QString m_problem;
    KeptRunViewModel m_details;
    QVariantList m_compared;
    QVariantList m_difference;
    QString m_comparedNote;
    int m_asked = 0;
    int m_askedDetails = 0;
    int m_askedComparison = 0;
};

} // namespace tollkeeper
