// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import Tollkeeper.Ui
import Tollkeeper.ViewModels

//! The Overview's bar: the moment the figures stand for, the budget, and poll now.
TopBar {
    id: root

    required property OverviewViewModel overview
    required property SyncViewModel sync
    property bool canPoll: false

    signal budgetWanted
    signal pollWanted

    title: qsTr("Overview")

    SafeText {
        objectName: "asOf"
        x: root.contentX
        width: root.actionsX - x - 14
        height: root.height
        text: root.overview.header.asOf
        font: Theme.fontSmall
        color: Theme.fg3
    }
    actions: [
        TkButton {
            objectName: "budgetButton"
            visible: root.overview.state === OverviewViewModel.Ready
            iconName: "wallet"
            iconSize: 14
            text: root.overview.header.budget === "" ? qsTr("Set budget") : qsTr("Budget")
            tip: qsTr("The monthly budget for everything")
            onClicked: root.budgetWanted()
        },
        PollButton {
            objectName: "pollNow"
            visible: root.canPoll
            sync: root.sync
            onClicked: root.pollWanted()
        }
    ]
}
