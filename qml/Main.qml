// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import QtQuick.Controls.Basic
import Tollkeeper.Ui
import Tollkeeper.ViewModels

//! The window. The application hands in its services; nothing here creates one.
ApplicationWindow {
    id: root

    required property SpendReports reports
    required property UsageReports usageReports
    required property SyncService sync
    required property GatewayService gateways
    required property AlertService alerts
    required property BudgetService budgets
    required property HistoryService histories
    required property ImportService imports
    required property UsageExportService exports
    required property FileChooser files
    property KeyReports keyReports
    property BudgetReports budgetReports
    property RuleService ruleService
    property ChannelService channels
    property KeyService keyService
    property RotationService rotations
    property AlertReports alertReports
    property PlaygroundService playgroundService
    property SendChoices sendChoices
    property RunHistory runs
    property RequestLookUp requestLookUp
    property SupportBundles bundles
    property SecretClipboard secretClipboard
    property SecretLock secretLock
    property string keychain: qsTr("OS keychain") //!< where secrets lie
    property bool demo: false
    property bool sessionOnlyKeys: false
    property bool dark: false
    property bool reducedMotion: false
    property bool hidesWhenClosed: false //!< there is a tray to come back from
    property alias page: shown.page
    property alias budgetsTab: shown.budgetsTab
    property alias usageTab: shown.usageTab

    readonly property bool compact: width < 1200
    readonly property int openAlerts: models.inbox.open
    //! What the page shows has come; for those who take its picture.
    readonly property bool isSettled: models.isSettled && pages.isSettled
        && (!shown.showsPlayground || (playground.place !== null && playground.place.isSettled))

    onClosing: close => {
        close.accepted = !hidesWhenClosed;
        if (hidesWhenClosed)
            hide();
    }

    width: 1440
    height: 900
    minimumWidth: 1024
    minimumHeight: 700
    visible: true
    title: "Tollkeeper"
    color: Theme.bgWindow
    font: Theme.fontBody

    //! Shows a page or opens a dialog by the name that --page knows it by; what was open before is closed.
    function visit(name: string) {
        visits.visit(name);
    }
    //! One alert in the inbox; empty: the inbox.
    function showAlert(id: string) {
        visits.showAlert(id);
    }

    ThemeChoice {
        dark: root.dark
        reducedMotion: root.reducedMotion
    }
    ShownPage {
        id: shown
        overview: models.overview
        hasPlayground: root.playgroundService !== null
    }
    WindowModels {
        id: models
        shown: shown
        reports: root.reports
        usageReports: root.usageReports
        keyReports: root.keyReports
        alertReports: root.alertReports
        alerts: root.alerts
        sync: root.sync
        histories: root.histories
        secretLock: root.secretLock
        onWantedKeyFound: pages.keysPage.openDrawer()
    }
    WindowVisits {
        id: visits
        shown: shown
        models: models
        dialogs: dialogs
        pages: pages
        slot: playground
    }
    AlertPlaces {
        details: models.inbox.details
        onKeyWanted: (key, step) => visits.showKey(key, step)
        onBudgetWanted: budget => visits.showBudget(budget)
        onRuleWanted: kind => visits.showRule(kind)
        onOverviewWanted: shown.page = "overview"
        onRequestsWanted: (firstDay, lastDay, key, model) => visits.showRequests(firstDay, lastDay, key, model)
    }
    WindowShortcuts {
        shown: shown
        models: models
        dialogs: dialogs
        pages: pages
    }

    Sidebar {
        id: sidebar
        objectName: "sidebar"
        width: implicitWidth
        height: parent.height
        overview: models.overview
        sync: models.polls
        history: models.history
        compact: root.compact
        demo: root.demo
        page: shown.page
        keys: models.keys.keys
        openAlerts: root.openAlerts
        onAddWanted: dialogs.addAccount.open()
        onKeyWanted: (account, name, problem) => dialogs.replaceKey.begin(account, name, problem)
        onPageWanted: page => shown.page = page
    }
    PlaygroundSlot {
        id: playground
        x: sidebar.width
        width: parent.width - x
        height: parent.height
        visible: shown.showsPlayground
        sender: root.playgroundService
        choices: root.sendChoices
        runs: root.runs
        requestLookUp: root.requestLookUp
        bundles: root.bundles
        budgets: root.budgetReports
        files: root.files
        sync: models.polls
        compact: root.compact
        canPoll: models.hasAccounts
        demo: root.demo
        sessionOnlyKeys: root.sessionOnlyKeys
        onKeyWanted: key => visits.showKey(key, "")
        onSiteWanted: page => Qt.openUrlExternally(page)
        onPollWanted: models.polls.pollNow()
    }
    WindowBars {
        id: bars
        visible: !shown.showsPlayground
        x: sidebar.width
        width: parent.width - x
        shown: shown
        models: models
        dialogs: dialogs
        compact: root.compact
        demo: root.demo
        sessionOnlyKeys: root.sessionOnlyKeys
    }
    WindowPages {
        id: pages
        objectName: "page"
        x: sidebar.width
        y: bars.height
        width: parent.width - x
        height: parent.height - y
        shown: shown
        models: models
        dialogs: dialogs
        keyService: root.keyService
        secretLock: root.secretLock
        secretClipboard: root.secretClipboard
        keychain: root.keychain
        budgetReports: root.budgetReports
        budgets: root.budgets
        ruleService: root.ruleService
        channels: root.channels
        alerts: root.alerts
        compact: root.compact
        narrow: root.width < 1280
        onAlertWanted: alert => visits.showAlert(alert)
        onRequestsWanted: (firstDay, lastDay, key, model) => visits.showRequests(firstDay, lastDay, key, model)
        onKeyTryWanted: key => visits.goToPlayground().tryKey(key)
        onRequestTryWanted: (account, key, model) => visits.goToPlayground().openRequest(account, key, model)
    }
    WindowDialogs {
        id: dialogs
        models: models
        gateways: root.gateways
        usageReports: root.usageReports
        keyReports: root.keyReports
        keyService: root.keyService
        rotations: root.rotations
        budgets: root.budgets
        imports: root.imports
        exports: root.exports
        files: root.files
        secretClipboard: root.secretClipboard
        keychain: root.keychain
        onRequestsWanted: (firstDay, lastDay, key, model) => visits.showRequests(firstDay, lastDay, key, model)
    }
}
