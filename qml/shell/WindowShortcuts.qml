// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import Tollkeeper.Ui
import Tollkeeper.ViewModels

//! The keyboard of the window: what a key does depends on the page that is shown.
Item {
    id: root

    required property ShownPage shown
    required property WindowModels models
    required property WindowDialogs dialogs
    required property WindowPages pages

    PageShortcuts {
        canPoll: root.models.hasAccounts && !root.models.polls.isPolling
        onPageWanted: page => root.shown.page = page
        onPollWanted: root.models.polls.pollNow()
    }
    KeyShortcuts {
        enabled: root.shown.showsKeys && root.pages.keysPage.showsDrawer && !root.dialogs.keys.isOpen
        onCopyWanted: root.pages.keysPage.drawer.secret.copySecret()
        onRevealWanted: root.pages.keysPage.drawer.secret.reveal()
        onRotateWanted: root.dialogs.keys.rotate()
    }
    Shortcut {
        sequences: ["Ctrl+E"]
        enabled: root.shown.showsRequests && root.models.usage.state === UsageViewModel.Ready && !root.dialogs.exporting.opened
        onActivated: root.dialogs.exporting.open()
    }
    Shortcut {
        sequences: ["Ctrl+N"]
        enabled: !root.shown.showsPlayground && !root.dialogs.addAccount.opened && !root.dialogs.budget.opened && !root.dialogs.keys.isOpen
            && !root.pages.budgetsPage.hasDialog
        onActivated: root.shown.showsKeys ? root.dialogs.keys.addKey() : root.shown.showsBudgets && root.shown.budgetsTab === 0 ?
            root.pages.budgetsPage.beginBudget() : root.dialogs.addAccount.open()
    }
    Shortcut {
        sequences: ["Ctrl+Shift+U"]
        enabled: root.shown.showsUsage
        onActivated: root.models.usage.showsUtc = !root.models.usage.showsUtc
    }
    Shortcut {
        sequences: ["Ctrl+F"]
        enabled: root.shown.showsUsage || root.shown.showsKeys
        onActivated: root.shown.showsKeys ? root.pages.keysPage.focusFilter() : root.pages.usagePage.focusFilters()
    }
}
