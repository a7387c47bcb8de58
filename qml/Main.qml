// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import QtQuick.Controls.Basic
import Tollkeeper.Ui
import Tollkeeper.ViewModels

//! The window. The application hands in its services; nothing here creates one.
ApplicationWindow {
    id: root

    required property SpendReports reports
    required property SyncService sync
    required property GatewayService gateways
    required property AlertService alerts
    property bool demo: false
    property bool sessionOnlyKeys: false
    property bool dark: false
    property bool reducedMotion: false

    readonly property bool compact: width < 1200
    readonly property bool hasAccounts: overview.accounts.length > 0

    width: 1440
    height: 900
    minimumWidth: 1024
    minimumHeight: 700
    visible: true
    title: "Tollkeeper"
    color: Theme.bgWindow
    font: Theme.fontBody

    Binding {
        target: Theme
        property: "dark"
        value: root.dark
    }
    Binding {
        target: Theme
        property: "reducedMotion"
        value: root.reducedMotion
    }
    OverviewViewModel {
        id: overview
        reports: root.reports
    }
    SyncViewModel {
        id: polls
        sync: root.sync
        zone: overview.zone
    }
    Shortcut {
        sequences: ["F5"]
        enabled: root.hasAccounts && !polls.isPolling
        onActivated: polls.pollNow()
    }
    Shortcut {
        sequences: ["Ctrl+N"]
        enabled: !addAccount.opened && !budget.opened
        onActivated: addAccount.open()
    }

    Sidebar {
        id: sidebar
        objectName: "sidebar"
        width: implicitWidth
        height: parent.height
        overview: overview
        sync: polls
        compact: root.compact
        demo: root.demo
        onAddWanted: addAccount.open()
    }
    Column {
        id: main
        x: sidebar.width
        width: parent.width - x
        TopBar {
            objectName: "topBar"
            width: parent.width
            overview: overview
            sync: polls
            compact: root.compact
            canPoll: root.hasAccounts
            onBudgetWanted: budget.open()
            onPollWanted: polls.pollNow()
        }
        Banner {
            objectName: "demoBanner"
            visible: root.demo
            width: parent.width
            iconName: "play"
            text: qsTr("Demo: invented company; keys live in memory only")
        }
        Banner {
            objectName: "sessionBanner"
            visible: root.sessionOnlyKeys && !root.demo
            width: parent.width
            iconName: "lock"
            isWarning: true
            text: qsTr("Keys are kept for this session only")
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
            visible: overview.state === OverviewViewModel.Ready
            overview: overview
            compact: root.compact
            updating: polls.isPolling
            onBudgetWanted: budget.open()
        }
    }

    AddAccountDialog {
        id: addAccount
        objectName: "addAccountDialog"
        gateways: root.gateways
    }
    BudgetDialog {
        id: budget
        objectName: "budgetDialog"
        alerts: root.alerts
        currency: overview.currency
        limit: overview.budgetLimit
        countsByok: overview.budgetCountsByok
    }
}
