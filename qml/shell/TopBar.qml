// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import Tollkeeper.Ui
import Tollkeeper.ViewModels

//! Title, the moment the figures stand for, the budget, and poll now.
Rectangle {
    id: root

    required property OverviewViewModel overview
    required property SyncViewModel sync
    property bool compact: false
    property bool canPoll: false

    signal budgetWanted
    signal pollWanted

    implicitHeight: Theme.topbar
    color: Theme.bgSurface

    Rectangle {
        y: parent.height - 1
        width: parent.width
        height: 1
        color: Theme.line
    }
    SafeText {
        id: title
        x: root.compact ? 14 : 20
        height: parent.height
        text: qsTr("Overview")
        font: Theme.fontTitle
        Accessible.role: Accessible.Heading
        Accessible.name: text
    }
    SafeText {
        objectName: "asOf"
        x: title.x + title.width + 14
        width: actions.x - x - 14
        height: parent.height
        text: root.overview.header.asOf
        font: Theme.fontSmall
        color: Theme.fg3
    }
    Row {
        id: actions
        x: root.width - width - (root.compact ? 14 : 20)
        y: (root.height - height) / 2
        spacing: 10
        TkButton {
            objectName: "budgetButton"
            visible: root.overview.state === OverviewViewModel.Ready
            iconName: "wallet"
            iconSize: 14
            text: root.overview.header.budget === "" ? qsTr("Set budget") : qsTr("Budget")
            tip: qsTr("The monthly budget for everything")
            onClicked: root.budgetWanted()
        }
        TkButton {
            objectName: "pollNow"
            visible: root.canPoll
            enabled: !root.sync.isPolling
            iconName: "refresh"
            tip: qsTr("Poll now (F5)")
            Accessible.name: qsTr("Poll now")
            onClicked: root.pollWanted()
        }
    }
}
