// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import Tollkeeper.Ui
import Tollkeeper.ViewModels

//! The pages, of which one is seen, and what their buttons open. The Playground stands apart.
Item {
    id: root

    required property ShownPage shown
    required property WindowModels models
    required property WindowDialogs dialogs
    required property KeyService keyService
    required property SecretLock secretLock
    required property SecretClipboard secretClipboard
    required property string keychain
    required property BudgetReports budgetReports
    required property BudgetService budgets
    required property RuleService ruleService
    required property ChannelService channels
    required property AlertService alerts
    property bool compact: false
    property bool narrow: false //!< what lies beside a table lies over it
    readonly property alias keysPage: keysPage
    readonly property alias budgetsPage: budgetsPage
    readonly property alias usagePage: usagePage
    //! What Budgets & alerts shows has come; the other pages hold no view-model of their own.
    readonly property bool isSettled: !shown.showsBudgets || budgetsPage.isSettled

    signal alertWanted(string alert) //!< empty: the inbox
    signal requestsWanted(string firstDay, string lastDay, string key, string model)
    //! A key, or a request, in the Playground.
    signal keyTryWanted(string key)
    signal requestTryWanted(string account, string key, string model)

    LoadingPage {
        objectName: "loadingPage"
        anchors.fill: parent
        visible: root.models.overview.state === OverviewViewModel.Loading
        compact: root.compact
    }
    EmptyPage {
        objectName: "emptyPage"
        anchors.fill: parent
        visible: root.models.overview.state === OverviewViewModel.Empty
        onAddWanted: root.dialogs.addAccount.open()
    }
    FailedPage {
        objectName: "failedPage"
        anchors.fill: parent
        visible: root.models.overview.state === OverviewViewModel.Failed
        overview: root.models.overview
    }
    OverviewPage {
        objectName: "overviewPage"
        anchors.fill: parent
        visible: root.shown.showsOverview
        overview: root.models.overview
        compact: root.compact
        updating: root.models.polls.isPolling
        onBudgetWanted: root.dialogs.budget.open()
        onAlertWanted: alert => root.alertWanted(alert)
        onInboxWanted: root.alertWanted("")
        onProvenanceWanted: (title, firstDay, lastDay, key) => root.dialogs.askProvenance(title, firstDay, lastDay, "", key, "")
    }
    KeysPage {
        id: keysPage
        objectName: "keysPage"
        anchors.fill: parent
        visible: root.shown.showsKeys
        keys: root.models.keys
        compact: root.compact
        narrow: root.narrow
        keyService: root.keyService
        lock: root.secretLock
        clipboard: root.secretClipboard
        test: root.dialogs.keys.secret
        keychain: root.keychain
        onRotateWanted: root.dialogs.keys.rotate()
        onEditWanted: control => root.dialogs.keys.editControl(control)
        onSiteWanted: Qt.openUrlExternally(root.models.keys.details.keysPage)
        onDeleteWanted: root.dialogs.keys.removeKey()
        onLabelsWanted: ids => root.dialogs.keys.setLabels(ids)
        onPolicyWanted: root.dialogs.keys.setKeyPolicy()
        onTestWanted: root.dialogs.keys.testSecret()
        onTryWanted: key => root.keyTryWanted(key)
        onForgetWanted: root.dialogs.keys.forgetSecret()
        onBindWanted: root.dialogs.keys.pasteKeys()
        onAddWanted: root.dialogs.keys.addKey()
        onUsageWanted: key => root.requestsWanted(root.models.overview.monthStart, root.models.overview.today, key, "")
        onProvenanceWanted: (title, key) => root.dialogs.askProvenance(title, root.models.overview.monthStart, root.models.overview.today, "", key, "")
    }
    BudgetsPage {
        id: budgetsPage
        objectName: "budgetsPage"
        anchors.fill: parent
        visible: root.shown.showsBudgets
        reports: root.budgetReports
        budgets: root.budgets
        rules: root.ruleService
        channels: root.channels
        alerts: root.alerts
        inbox: root.models.inbox
        zone: root.models.overview.zone
        today: root.models.overview.today
        compact: root.compact
        tab: root.shown.budgetsTab
    }
    UsagePage {
        id: usagePage
        objectName: "usagePage"
        anchors.fill: parent
        visible: root.shown.showsUsage
        usage: root.models.usage
        totals: root.models.totals
        compact: root.compact
        tab: root.shown.usageTab
        onTryWanted: (account, key, model) => root.requestTryWanted(account, key, model)
        onProvenanceWanted: (title, firstDay, lastDay, account, key, model) => root.dialogs.askProvenance(title, firstDay, lastDay, account, key, model)
    }
}
