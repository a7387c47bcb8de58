// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import Tollkeeper.ViewModels

//! Which page the window shows, and which of its tabs. Before the overview is ready none of them is shown.
QtObject {
    id: root

    required property OverviewViewModel overview
    property bool hasPlayground: false
    property string page: "overview" //!< "keys", "usage", "budgets" or "playground"
    property int budgetsTab: 0 //!< 0 budgets, 1 inbox, 2 rules
    property int usageTab: 0 //!< 0 requests, 1 by day, 2 by model, 3 by key

    readonly property bool isReady: overview.state === OverviewViewModel.Ready
    readonly property bool showsOverview: page === "overview" && isReady
    readonly property bool showsKeys: page === "keys" && isReady
    readonly property bool showsUsage: page === "usage" && isReady
    readonly property bool showsRequests: showsUsage && usageTab === 0
    readonly property bool showsTotals: showsUsage && usageTab > 0
    readonly property bool showsBudgets: page === "budgets" && isReady
    readonly property bool showsPlayground: page === "playground" && isReady && hasPlayground
}
