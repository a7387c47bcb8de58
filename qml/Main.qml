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
    property SecretClipboard secretClipboard
    property SecretLock secretLock
    property string keychain: qsTr("OS keychain") //!< where secrets lie
    property bool demo: false
    property bool sessionOnlyKeys: false
    property bool dark: false
    property bool reducedMotion: false
    property bool hidesWhenClosed: false //!< there is a tray to come back from
    property string page: "overview" //!< "keys", "usage" or "budgets"
    property string wantedKey //!< that was just made: shown as soon as it is in the table
    property int budgetsTab: 0 //!< 0 budgets, 1 inbox, 2 rules
    property int usageTab: 0 //!< 0 requests, 1 by day, 2 by model, 3 by key

    readonly property bool compact: width < 1200
    readonly property bool hasAccounts: overview.accounts.length > 0
    readonly property bool showsUsage: page === "usage" && overview.state === OverviewViewModel.Ready
    readonly property bool showsKeys: page === "keys" && overview.state === OverviewViewModel.Ready
    readonly property bool showsBudgets: page === "budgets" && overview.state === OverviewViewModel.Ready
    readonly property int openAlerts: inbox.open
    //! What the page shows has come; for those who take its picture.
    readonly property bool isSettled: overview.state !== OverviewViewModel.Loading && (!showsUsage || (usageTab > 0 ? totals.state !== SpendTableViewModel.Loading : usage.isSettled))
        && (!showsKeys || !keyReports || (keys.state !== KeysViewModel.Loading && keys.details.isSettled))
        && (!showsBudgets || budgetsPage.isSettled)

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

    //! The requests behind a figure: of these days, and of one key or model where they are named.
    function showRequests(firstDay: string, lastDay: string, key: string, model: string) {
        usage.filter.chooseFigure(firstDay, lastDay, key, model);
        usageTab = 0;
        page = "usage";
    }
    //! The details of a key, on the Keys page; `step`: "rotate" or "labels" to go on with.
    function showKey(key: string, step: string) {
        page = "keys";
        if (!keys.selectKey(key))
            return;
        keysPage.openDrawer();
        if (step === "rotate")
            keyDialogs.rotate();
        else if (step === "labels")
            keyDialogs.setLabels([key]);
    }
    function showBudget(id: string) {
        visit("budgets");
        budgetsPage.showBudget(id);
    }
    function showRule(kind: string) {
        visit("rules");
        budgetsPage.editRuleOf(kind);
    }
    //! One alert in the inbox; empty: the inbox.
    function showAlert(id: string) {
        visit("inbox");
        if (id !== "")
            budgetsPage.inboxTab.showAlert(id);
        else
            budgetsPage.inboxTab.takeFocus();
    }
    //! Shows a page or opens a dialog by the name that --page knows it by; what was open before is closed.
    function visit(name: string) {
        for (const dialog of [addAccount, budget, provenance, importing, exporting, lockDialog, replaceKey])
            dialog.close();
        keyDialogs.closeAll();
        budgetsPage.closeAll();
        page = name.startsWith("usage") || name === "import" || name === "export" ? "usage" : name.startsWith("key") ? "keys" : ["budgets", "budget-new", "inbox", "inbox-details", "channels", "rules", "rule-edit"].includes(name) ? "budgets" : "overview";
        budgetsTab = name.startsWith("inbox") || name === "channels" ? 1 : name.startsWith("rule") ? 2 : 0;
        budgetsPage.inboxTab.detailsOpen = name === "inbox-details";
        usageTab = Math.max(0, ["usage", "usage-by-day", "usage-by-model", "usage-by-key"].indexOf(name));
        usagePage.detailsOpen = false;
        keysPage.drawerOpen = false;
        if (name === "keys-details")
            keysPage.showDetails();
        else if (name === "key-add")
            keyDialogs.addKey();
        else if (name === "key-policy")
            keyDialogs.setPolicy();
        else if (name === "usage-details")
            usagePage.showFirstDetails();
        else if (name === "channels")
            budgetsPage.showChannels();
        else if (name === "provenance")
            provenance.ask(qsTr("Spend"), overview.currency, overview.monthStart, overview.today, "", "", "");
        else if (name === "add-account")
            addAccount.open();
        else if (name === "budget")
            budget.open();
        else if (name === "budget-new")
            budgetsPage.beginBudget();
        else if (name === "rule-edit")
            budgetsPage.editRule(0);
        else if (name === "keys-lock")
            lockDialog.open();
        else if (name === "import")
            importing.open();
        else if (name === "export")
            exporting.open();
    }

    ThemeChoice {
        dark: root.dark
        reducedMotion: root.reducedMotion
    }
    OverviewViewModel {
        id: overview
        reports: root.reports
    }
    UsageViewModel {
        id: usage
        reports: root.usageReports
        today: overview.today
        isActive: root.showsUsage && root.usageTab === 0
    }
    SpendTableViewModel {
        id: totals
        reports: root.reports
        by: [SpendTableViewModel.Day, SpendTableViewModel.Day, SpendTableViewModel.Model, SpendTableViewModel.Key][root.usageTab]
        firstDay: usage.filter.firstDay
        lastDay: usage.filter.lastDay
        currency: overview.currency
        isActive: root.showsUsage && root.usageTab > 0
    }
    KeysViewModel {
        id: keys
        reports: root.keyReports
        onTableChanged: if (root.wantedKey !== "" && selectKey(root.wantedKey)) {
            root.wantedKey = "";
            keysPage.openDrawer();
        }
    }
    InboxViewModel {
        id: inbox
        reports: root.alertReports
        service: root.alerts
    }
    AlertPlaces {
        details: inbox.details
        onKeyWanted: (key, step) => root.showKey(key, step)
        onBudgetWanted: budget => root.showBudget(budget)
        onRuleWanted: kind => root.showRule(kind)
        onOverviewWanted: root.page = "overview"
        onRequestsWanted: (firstDay, lastDay, key, model) => root.showRequests(firstDay, lastDay, key, model)
    }
    SyncViewModel {
        id: polls
        sync: root.sync
        zone: overview.zone
    }
    HistoryViewModel {
        id: history
        histories: root.histories
    }
    Shortcut {
        sequences: ["Ctrl+E"]
        enabled: root.showsUsage && root.usageTab === 0 && usage.state === UsageViewModel.Ready && !exporting.opened
        onActivated: exporting.open()
    }
    PageShortcuts {
        onPageWanted: page => root.page = page
    }
    Shortcut {
        sequences: ["F5"]
        enabled: root.hasAccounts && !polls.isPolling
        onActivated: polls.pollNow()
    }
    Shortcut {
        sequences: ["Ctrl+N"]
        enabled: !addAccount.opened && !budget.opened && !keyDialogs.isOpen && !budgetsPage.hasDialog
        onActivated: root.showsKeys ? keyDialogs.addKey() : root.showsBudgets && root.budgetsTab === 0 ? budgetsPage.beginBudget() : addAccount.open()
    }
    KeyShortcuts {
        enabled: root.showsKeys && keysPage.showsDrawer && !keyDialogs.isOpen
        onCopyWanted: keysPage.drawer.secret.copySecret()
        onRevealWanted: keysPage.drawer.secret.reveal()
        onRotateWanted: keyDialogs.rotate()
    }
    Shortcut {
        sequences: ["Ctrl+Shift+U"]
        enabled: root.showsUsage
        onActivated: usage.showsUtc = !usage.showsUtc
    }
    Shortcut {
        sequences: ["Ctrl+F"]
        enabled: root.showsUsage || root.showsKeys
        onActivated: root.showsKeys ? keysPage.focusFilter() : usagePage.focusFilters()
    }

    Sidebar {
        id: sidebar
        objectName: "sidebar"
        width: implicitWidth
        height: parent.height
        overview: overview
        sync: polls
        history: history
        compact: root.compact
        demo: root.demo
        page: root.page
        keys: keys.keys
        openAlerts: root.openAlerts
        onAddWanted: addAccount.open()
        onKeyWanted: (account, name, problem) => replaceKey.begin(account, name, problem)
        onPageWanted: page => root.page = page
    }
    Column {
        id: main
        x: sidebar.width
        width: parent.width - x
        OverviewBar {
            objectName: "topBar"
            visible: !root.showsUsage && !root.showsKeys && !root.showsBudgets
            width: parent.width
            overview: overview
            sync: polls
            compact: root.compact
            canPoll: root.hasAccounts
            onBudgetWanted: budget.open()
            onPollWanted: polls.pollNow()
        }
        KeysBar {
            objectName: "keysBar"
            visible: root.showsKeys
            width: parent.width
            keys: keys
            sync: polls
            compact: root.compact
            canPoll: root.hasAccounts
            onPolicyWanted: keyDialogs.setPolicy()
            isLocked: locking.isLocked
            onAddWanted: keyDialogs.addKey()
            onLockWanted: lockDialog.open()
            onPollWanted: polls.pollNow()
        }
        BudgetsBar {
            objectName: "budgetsBar"
            visible: root.showsBudgets
            width: parent.width
            sync: polls
            compact: root.compact
            tab: root.budgetsTab
            openAlerts: root.openAlerts
            canPoll: root.hasAccounts
            onTabWanted: tab => root.budgetsTab = tab
            onPollWanted: polls.pollNow()
        }
        UsageBar {
            objectName: "usageBar"
            visible: root.showsUsage
            width: parent.width
            usage: usage
            sync: polls
            compact: root.compact
            tab: root.usageTab
            canPoll: root.hasAccounts
            onTabWanted: tab => root.usageTab = tab
            onPollWanted: polls.pollNow()
            onImportWanted: importing.open()
            onExportWanted: exporting.open()
        }
        WindowBanners {
            width: parent.width
            demo: root.demo
            sessionOnlyKeys: root.sessionOnlyKeys
        }
    }
    Item {
        objectName: "page"
        x: sidebar.width
        y: main.height
        width: parent.width - x
        height: parent.height - y

        LoadingPage {
            objectName: "loadingPage"
            anchors.fill: parent
            visible: overview.state === OverviewViewModel.Loading
            compact: root.compact
        }
        EmptyPage {
            objectName: "emptyPage"
            anchors.fill: parent
            visible: overview.state === OverviewViewModel.Empty
            onAddWanted: addAccount.open()
        }
        FailedPage {
            objectName: "failedPage"
            anchors.fill: parent
            visible: overview.state === OverviewViewModel.Failed
            overview: overview
        }
        OverviewPage {
            objectName: "overviewPage"
            anchors.fill: parent
            visible: root.page === "overview" && overview.state === OverviewViewModel.Ready
            overview: overview
            compact: root.compact
            updating: polls.isPolling
            onBudgetWanted: budget.open()
            onAlertWanted: alert => root.showAlert(alert)
            onInboxWanted: root.showAlert("")
            onProvenanceWanted: (title, firstDay, lastDay, key) => provenance.ask(title, overview.currency, firstDay, lastDay, "", key, "")
        }
        KeysPage {
            id: keysPage
            objectName: "keysPage"
            anchors.fill: parent
            visible: root.showsKeys
            keys: keys
            compact: root.compact
            narrow: root.width < 1280
            keyService: root.keyService
            lock: root.secretLock
            clipboard: root.secretClipboard
            test: keyDialogs.secret
            keychain: root.keychain
            onRotateWanted: keyDialogs.rotate()
            onEditWanted: control => keyDialogs.editControl(control)
            onSiteWanted: Qt.openUrlExternally(keys.details.keysPage)
            onDeleteWanted: keyDialogs.removeKey()
            onLabelsWanted: ids => keyDialogs.setLabels(ids)
            onPolicyWanted: keyDialogs.setKeyPolicy()
            onTestWanted: keyDialogs.testSecret()
            onForgetWanted: keyDialogs.forgetSecret()
            onBindWanted: keyDialogs.pasteKeys()
            onAddWanted: keyDialogs.addKey()
            onUsageWanted: key => root.showRequests(overview.monthStart, overview.today, key, "")
            onProvenanceWanted: (title, key) => provenance.ask(title, overview.currency, overview.monthStart, overview.today, "", key, "")
        }
        BudgetsPage {
            id: budgetsPage
            objectName: "budgetsPage"
            anchors.fill: parent
            visible: root.showsBudgets
            reports: root.budgetReports
            budgets: root.budgets
            rules: root.ruleService
            channels: root.channels
            alerts: root.alerts
            inbox: inbox
            zone: overview.zone
            today: overview.today
            compact: root.compact
            tab: root.budgetsTab
        }
        UsagePage {
            id: usagePage
            objectName: "usagePage"
            anchors.fill: parent
            visible: root.showsUsage
            usage: usage
            totals: totals
            compact: root.compact
            tab: root.usageTab
            onProvenanceWanted: (title, firstDay, lastDay, account, key, model) => provenance.ask(title, overview.currency, firstDay, lastDay, account, key, model)
        }
    }

    AddAccountDialog {
        id: addAccount
        objectName: "addAccountDialog"
        gateways: root.gateways
    }
    KeyDialogs {
        id: keyDialogs
        page: keys
        reports: root.keyReports
        keyService: root.keyService
        rotations: root.rotations
        files: root.files
        clipboard: root.secretClipboard
        keychain: root.keychain
        onMadeKey: key => root.wantedKey = key
    }
    ProvenanceCard {
        id: provenance
        objectName: "provenanceCard"
        reports: root.usageReports
        onRequestsWanted: (firstDay, lastDay, key, model) => root.showRequests(firstDay, lastDay, key, model)
    }
    ImportDialog {
        id: importing
        objectName: "importDialog"
        imports: root.imports
        files: root.files
        accounts: overview.accounts
    }
    ExportDialog {
        id: exporting
        objectName: "exportDialog"
        exports: root.exports
        files: root.files
        filter: usage.filter
        currency: overview.currency
        rows: usage.rows.rows
    }
    BudgetDialog {
        id: budget
        objectName: "budgetDialog"
        budgets: root.budgets
        currency: overview.currency
        limit: overview.budgetLimit
        countsByok: overview.budgetCountsByok
    }
    SecretLockViewModel {
        id: locking
        lock: root.secretLock
    }
    ReplaceKeyDialog {
        id: replaceKey
        objectName: "replaceKeyDialog"
        gateways: root.gateways
        onReplaced: polls.pollNow()
    }
    LockDialog {
        id: lockDialog
        objectName: "lockDialog"
        lock: locking
    }
}
