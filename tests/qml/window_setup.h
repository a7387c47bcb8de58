// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "platform/secret_clipboard.h"
#include "support/scripted_budgets.h"
#include "support/scripted_files.h"
#include "support/scripted_keys.h"
#include "support/scripted_overview.h"
#include "support/scripted_services.h"
#include "support/scripted_usage.h"

#include <QQmlEngine>

//! The window's services for QML tests, and what a test may change about them.
class WindowScript : public QObject {
    Q_OBJECT
    Q_PROPERTY(QObject *reports READ reports CONSTANT)
    Q_PROPERTY(QObject *usage READ usage CONSTANT)
    Q_PROPERTY(QObject *sync READ sync CONSTANT)
    Q_PROPERTY(QObject *gateways READ gateways CONSTANT)
    Q_PROPERTY(QObject *alerts READ alerts CONSTANT)
    Q_PROPERTY(QObject *budgets READ budgets CONSTANT)
    Q_PROPERTY(QObject *histories READ histories CONSTANT)
    Q_PROPERTY(QObject *imports READ imports CONSTANT)
    Q_PROPERTY(QObject *exports READ exports CONSTANT)
    Q_PROPERTY(QObject *files READ files CONSTANT)
    Q_PROPERTY(QObject *keyReports READ keyReports CONSTANT)
    Q_PROPERTY(QObject *keyService READ keyService CONSTANT)
    Q_PROPERTY(QObject *secretClipboard READ secretClipboard CONSTANT)
    Q_PROPERTY(QObject *rotations READ rotations CONSTANT)
    Q_PROPERTY(QObject *budgetReports READ budgetReports CONSTANT)
    Q_PROPERTY(QObject *rules READ rules CONSTANT)
    Q_PROPERTY(QObject *channels READ channels CONSTANT)

public:
    WindowScript() { reset(); }

    QObject *reports() { return &m_reports; }
    QObject *usage() { return &m_usage; }
    QObject *sync() { return &m_sync; }
    QObject *gateways() { return &m_gateways; }
    QObject *alerts() { return &m_alerts; }
    QObject *budgets() { return &m_budgets; }
    QObject *histories() { return &m_histories; }
    QObject *imports() { return &m_imports; }
    QObject *exports() { return &m_exports; }
    QObject *files() { return &m_files; }
    QObject *keyReports() { return &m_keyReports; }
    QObject *keyService() { return &m_keyService; }
    QObject *secretClipboard() { return &m_clipboard; }
    QObject *rotations() { return &m_rotations; }
    QObject *budgetReports() { return &m_budgetReports; }
    QObject *rules() { return &m_rules; }
    QObject *channels() { return &m_channels; }

    //! The rich month, everything well.
    Q_INVOKABLE void reset();
    Q_INVOKABLE void haveNoAccounts() { m_reports.answer = tollkeeper::Overview(); }
    Q_INVOKABLE void haveNoBudget();
    Q_INVOKABLE void beOverBudget();
    Q_INVOKABLE void failToRead();
    Q_INVOKABLE void staySilent() { m_reports.isSilent = true; }
    Q_INVOKABLE void failToReadUsage()
    {
        m_usage.outlineError = tollkeeper::Error{.kind = tollkeeper::Error::Kind::StorageDamaged};
    }
    Q_INVOKABLE void keepUsageSilent() { m_usage.isSilent = true; }
    Q_INVOKABLE void haveNoRequests() { m_usage.total = 0; }
    Q_INVOKABLE void haveRequests(double count) { m_usage.total = static_cast<qint64>(count); }
    Q_INVOKABLE void getRequests(int more); //!< and tell that there are more
    Q_INVOKABLE void failToReadTotals() { m_reports.spendAnswer = nullptr; }
    Q_INVOKABLE void liveIn(const QString &zone) { m_usage.zone = QTimeZone(zone.toLatin1()); }
    Q_INVOKABLE void nameRequests(const QString &prefix) { m_usage.prefix = prefix; }
    Q_INVOKABLE int outlinesAsked() const { return static_cast<int>(m_usage.asked.size()); }
    Q_INVOKABLE int pagesAsked() const { return static_cast<int>(m_usage.pages.size()); }
    Q_INVOKABLE QStringList viewNames() const;
    Q_INVOKABLE QString provenanceAsked() const; //!< "2026-06-01 2026-06-18 key model" of the last question
    Q_INVOKABLE QString clipboard() const;
    Q_INVOKABLE void chooseFile(const QString &path) { m_files.path = path; }
    Q_INVOKABLE void readHistory(int done, int total);
    Q_INVOKABLE void importSlowly() { m_imports.isSlow = true; }
    Q_INVOKABLE void exportSlowly() { m_exports.isSlow = true; }
    Q_INVOKABLE int importsRun() const { return static_cast<int>(m_imports.runs.size()); }
    Q_INVOKABLE int importsTried() const { return static_cast<int>(m_imports.dryRuns.size()); }
    Q_INVOKABLE QString exportedTo() const
    {
        return m_exports.orders.isEmpty() ? QString() : m_exports.orders.constLast().path;
    }
    Q_INVOKABLE void nameEverything(const QString &name); //!< first account, key and model
    Q_INVOKABLE void refuseKeys(const QString &detail);
    Q_INVOKABLE void refuseSaving();
    Q_INVOKABLE void refuseBudget();
    Q_INVOKABLE void haveNoBudgets() { m_budgetReports.table->rows.clear(); }
    Q_INVOKABLE void failToReadBudgets();
    Q_INVOKABLE void failToReadRules();
    Q_INVOKABLE void nameBudgets(const QString &name); //!< every text that a server or a person gave
    Q_INVOKABLE QString budgetSaved() const; //!< "2 Support 4800.000000000" of the last one saved
    Q_INVOKABLE int pausedBudget() const //!< 0: the last one saved is not paused
    {
        const auto &saved = m_budgets.saved;
        return saved.isEmpty() || !saved.constLast().isPaused ? 0 : int(saved.constLast().id.value());
    }
    Q_INVOKABLE int budgetsRemoved() const { return static_cast<int>(m_budgets.removed.size()); }
    Q_INVOKABLE int rulesSaved() const { return static_cast<int>(m_rules.saved.size()); }
    Q_INVOKABLE bool isRuleOn(int row) const { return m_rules.lines->at(row).rule.isOn; }
    Q_INVOKABLE bool hasQuietHours() const { return m_alerts.kept.hasQuietHours; }
    Q_INVOKABLE void haveNoKeys();
    Q_INVOKABLE void failToReadKeys();
    Q_INVOKABLE void loseSecret(int key);
    Q_INVOKABLE void refuseKeyChange();
    Q_INVOKABLE void nameKeys(const QString &name); //!< every text that a server or a person gave
    Q_INVOKABLE QString keyChanged() const; //!< "4 1800.000000000" of the last change
    Q_INVOKABLE QString keysLabelled() const; //!< "2 Support -": how many, team, environment
    Q_INVOKABLE int keysRemoved() const { return static_cast<int>(m_keyService.removed.size()); }
    Q_INVOKABLE int secretsBound() const { return static_cast<int>(m_keyService.bound.size()); }
    Q_INVOKABLE QString keyMade() const
    {
        return m_keyService.drafts.isEmpty() ? QString() : m_keyService.drafts.constLast().second.name;
    }
    Q_INVOKABLE QStringList rotationCalls() const { return m_rotations.calls; }
    Q_INVOKABLE int workspacePolicy() const
    {
        return m_keyReports.workspacePolicies.isEmpty() ? -1 : m_keyReports.workspacePolicies.constLast();
    }
    Q_INVOKABLE void loudRotation() { m_keyReports.isQuiet = false; }
    Q_INVOKABLE void forgetKeys() { m_gateways.keeps = false; }
    Q_INVOKABLE int polls() const { return m_sync.polls; }
    Q_INVOKABLE int tests() const { return static_cast<int>(m_gateways.tested.size()); }
    Q_INVOKABLE int saves() const { return static_cast<int>(m_gateways.saved.size()); }
    Q_INVOKABLE QString savedName() const
    {
        return m_gateways.saved.isEmpty() ? QString() : m_gateways.saved.last().name;
    }
    Q_INVOKABLE QString budgetSet() const
    {
        return m_budgets.limits.isEmpty() ? QString() : m_budgets.limits.last().amountText();
    }
    Q_INVOKABLE void putIntoClipboard(const QString &text);

private:
    ScriptedReports m_reports;
    ScriptedUsage m_usage;
    ScriptedSync m_sync;
    ScriptedGateways m_gateways;
    ScriptedAlerts m_alerts;
    ScriptedBudgets m_budgets;
    ScriptedHistories m_histories;
    ScriptedImports m_imports;
    ScriptedExports m_exports;
    ScriptedFiles m_files;
    ScriptedKeyReports m_keyReports;
    ScriptedKeyService m_keyService;
    ScriptedRotations m_rotations;
    ScriptedBudgetReports m_budgetReports;
    ScriptedRules m_rules;
    ScriptedChannelList m_channels;
    tollkeeper::SecretClipboard m_clipboard;
};

//! Fonts, icons and modules as the application sets them up.
void prepareWindowEngine(QQmlEngine &engine);

//! Runs a test's functions; it fails, too, where a text was shown that no translator would be asked for.
int runWatchingTexts(QObject &test, int argc, char **argv);
