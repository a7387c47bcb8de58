// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import Tollkeeper.Ui

//! The bar of the page that is shown, and below it what is true of the whole run. The Playground has its own.
Column {
    id: root

    required property ShownPage shown
    required property WindowModels models
    required property WindowDialogs dialogs
    property bool compact: false
    property bool demo: false
    property bool sessionOnlyKeys: false

    OverviewBar {
        objectName: "topBar"
        visible: !root.shown.showsUsage && !root.shown.showsKeys && !root.shown.showsBudgets
        width: parent.width
        overview: root.models.overview
        sync: root.models.polls
        compact: root.compact
        canPoll: root.models.hasAccounts
        onBudgetWanted: root.dialogs.budget.open()
        onPollWanted: root.models.polls.pollNow()
    }
    KeysBar {
        objectName: "keysBar"
        visible: root.shown.showsKeys
        width: parent.width
        keys: root.models.keys
        sync: root.models.polls
        compact: root.compact
        canPoll: root.models.hasAccounts
        isLocked: root.models.locking.isLocked
        onPolicyWanted: root.dialogs.keys.setPolicy()
        onAddWanted: root.dialogs.keys.addKey()
        onLockWanted: root.dialogs.lock.open()
        onPollWanted: root.models.polls.pollNow()
    }
    BudgetsBar {
        objectName: "budgetsBar"
        visible: root.shown.showsBudgets
        width: parent.width
        sync: root.models.polls
        compact: root.compact
        tab: root.shown.budgetsTab
        openAlerts: root.models.inbox.open
        canPoll: root.models.hasAccounts
        onTabWanted: tab => root.shown.budgetsTab = tab
        onPollWanted: root.models.polls.pollNow()
    }
    UsageBar {
        objectName: "usageBar"
        visible: root.shown.showsUsage
        width: parent.width
        usage: root.models.usage
        sync: root.models.polls
        compact: root.compact
        tab: root.shown.usageTab
        canPoll: root.models.hasAccounts
        onTabWanted: tab => root.shown.usageTab = tab
        onPollWanted: root.models.polls.pollNow()
        onImportWanted: root.dialogs.importing.open()
        onExportWanted: root.dialogs.exporting.open()
    }
    WindowBanners {
        width: parent.width
        demo: root.demo
        sessionOnlyKeys: root.sessionOnlyKeys
    }
}
