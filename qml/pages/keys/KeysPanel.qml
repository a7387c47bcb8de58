// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import Tollkeeper.Ui
import Tollkeeper.ViewModels

//! Tabs, filters, the table, and what its marks mean.
Rectangle {
    id: root

    required property KeysViewModel keys
    property bool isWide: true
    readonly property bool isReady: keys.state === KeysViewModel.Ready
    readonly property var allTabs: [
        { tab: KeysTab.All, text: qsTr("All keys") },
        { tab: KeysTab.Attention, text: qsTr("Needs attention") },
        { tab: KeysTab.AtCap, text: qsTr("At 80% of cap") },
        { tab: KeysTab.RotationOverdue, text: qsTr("Rotation overdue") },
        { tab: KeysTab.Expiring, text: isWide ? qsTr("Expiring in 30 days") : qsTr("Expiring") },
        { tab: KeysTab.NoCap, text: qsTr("No cap") },
        { tab: KeysTab.Unused, text: isWide ? qsTr("Unused 30 days") : qsTr("Unused") }
    ]
    //! The narrow table leaves a tab out.
    readonly property var shownTabs: allTabs.filter(view => isWide || view.tab !== KeysTab.AtCap || keys.tab === view.tab)

    signal detailsWanted
    signal menuWanted
    signal labelsWanted
    signal addWanted

    function takeFocus() {
        table.takeFocus();
    }
    function focusFilter() {
        bar.takeFocus();
    }
    radius: Theme.rLg
    color: Theme.bgSurface
    border.color: Theme.line

    TkTabs {
        id: tabs
        objectName: "keysTabs"
        x: 15
        y: 1
        name: qsTr("Which keys")
        tabs: root.shownTabs.map(view => ({ text: view.text, count: root.keys.tabCounts[view.tab] }))
        current: root.shownTabs.findIndex(view => view.tab === root.keys.tab)
        onChosen: index => root.keys.tab = root.shownTabs[index].tab
    }
    Rectangle {
        x: 1
        y: 39
        width: parent.width - 2
        height: 1
        color: Theme.line
    }
    KeysFilterBar {
        id: bar
        x: 1
        y: 40
        z: 1
        width: parent.width - 2
        keys: root.keys
        isWide: root.isWide
    }
    KeysTable {
        id: table
        objectName: "keysTable"
        visible: root.isReady && root.keys.rows.length > 0
        x: 1
        y: bar.y + bar.height
        width: parent.width - 2
        height: foot.y - y
        keys: root.keys
        isWide: root.isWide
        onDetailsWanted: root.detailsWanted()
        onMenuWanted: root.menuWanted()
    }
    HygieneLegend {
        id: foot
        x: 1
        y: parent.height - height - 1
        visible: root.isReady && root.keys.picked.length === 0
        width: parent.width - 2
        isWide: root.isWide
    }
    PickedBar {
        objectName: "pickedBar"
        x: 1
        y: foot.y
        visible: root.isReady && root.keys.picked.length > 0
        width: parent.width - 2
        count: root.keys.picked.length
        onLabelsWanted: root.labelsWanted()
        onClearWanted: root.keys.clearPicked()
    }
    KeysNote {
        anchors.fill: parent
        anchors.topMargin: bar.y + bar.height
        keys: root.keys
        onAddWanted: root.addWanted()
    }
    Rectangle {
        objectName: "updatingLine"
        x: Theme.rLg
        width: parent.width - 2 * Theme.rLg
        height: 2
        color: Theme.accent
        visible: root.keys.isUpdating && root.keys.state !== KeysViewModel.Loading
    }
}
