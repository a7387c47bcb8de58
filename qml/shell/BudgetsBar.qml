// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import Tollkeeper.Ui
import Tollkeeper.ViewModels

//! The bar of Budgets and alerts: its three views, and poll now.
TopBar {
    id: root

    required property SyncViewModel sync
    property int tab: 0
    property int openAlerts: 0
    property bool canPoll: false

    signal tabWanted(int tab)
    signal pollWanted

    title: qsTr("Budgets and alerts")

    TkSegment {
        objectName: "budgetsTabs"
        x: root.contentX + 2
        anchors.verticalCenter: parent.verticalCenter
        name: qsTr("What is shown")
        //: how many alerts are open
        options: [qsTr("Budgets"), root.openAlerts > 0 ? qsTr("Inbox, %n open", "", root.openAlerts) : qsTr("Inbox"), qsTr("Rules")]
        current: root.tab
        onChosen: index => root.tabWanted(index)
    }
    actions: PollButton {
        objectName: "pollFromBudgets"
        visible: root.canPoll
        sync: root.sync
        onClicked: root.pollWanted()
    }
}
