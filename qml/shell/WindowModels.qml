// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import Tollkeeper.Ui
import Tollkeeper.ViewModels

//! What the pages of the window show: one view-model for each, over the services that the window was given.
Item {
    id: root

    required property ShownPage shown
    required property SpendReports reports
    required property UsageReports usageReports
    required property KeyReports keyReports
    required property AlertReports alertReports
    required property AlertService alerts
    required property SyncService sync
    required property HistoryService histories
    required property SecretLock secretLock
    property string wantedKey //!< that was just made: shown as soon as it is in the table
    readonly property alias overview: overview
    readonly property alias usage: usage
    readonly property alias totals: totals
    readonly property alias keys: keys
    readonly property alias inbox: inbox
    readonly property alias polls: polls
    readonly property alias history: history
    readonly property alias locking: locking
    readonly property bool hasAccounts: overview.accounts.length > 0
    //! What the overview, Usage and Keys show has come.
    readonly property bool isSettled: overview.state !== OverviewViewModel.Loading && (!shown.showsRequests || usage.isSettled)
        && (!shown.showsTotals || totals.state !== SpendTableViewModel.Loading)
        && (!shown.showsKeys || !keyReports || (keys.state !== KeysViewModel.Loading && keys.details.isSettled))

    signal wantedKeyFound

    OverviewViewModel {
        id: overview
        reports: root.reports
    }
    UsageViewModel {
        id: usage
        reports: root.usageReports
        today: overview.today
        isActive: root.shown.showsRequests
    }
    SpendTableViewModel {
        id: totals
        reports: root.reports
        by: [SpendTableViewModel.Day, SpendTableViewModel.Day, SpendTableViewModel.Model, SpendTableViewModel.Key][root.shown.usageTab]
        firstDay: usage.filter.firstDay
        lastDay: usage.filter.lastDay
        currency: overview.currency
        isActive: root.shown.showsTotals
    }
    KeysViewModel {
        id: keys
        reports: root.keyReports
        onTableChanged: if (root.wantedKey !== "" && selectKey(root.wantedKey)) {
            root.wantedKey = "";
            root.wantedKeyFound();
        }
    }
    InboxViewModel {
        id: inbox
        reports: root.alertReports
        service: root.alerts
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
    SecretLockViewModel {
        id: locking
        lock: root.secretLock
    }
}
