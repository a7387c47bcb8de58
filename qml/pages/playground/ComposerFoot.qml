// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import Tollkeeper.Ui
import Tollkeeper.ViewModels

//! What it may cost, or why it cannot be sent; Cancel and Send.
Item {
    id: root

    required property PlaygroundTab tab
    readonly property ComposerViewModel composer: tab.composer
    readonly property bool isObstructed: composer.obstacle !== ""

    signal guardWanted //!< when it asks before it sends is to be changed

    implicitHeight: Math.max(54, words.height + 20)

    Column {
        id: words
        x: 14
        anchors.verticalCenter: parent.verticalCenter
        width: buttons.x - x - 10
        Row {
            spacing: 6
            EstimateText {
                objectName: "estimate"
                anchors.verticalCenter: parent.verticalCenter
                visible: text !== ""
                text: root.composer.estimate
                font: Theme.fontSmallStrong
                tip: qsTr("Worked out here from the prices of the models and the longest answer that is allowed")
            }
            TkButton {
                objectName: "changeGuard"
                visible: root.composer.estimate !== "" || !root.isObstructed
                kind: TkButton.Ghost
                small: true
                iconName: "shield"
                tip: root.composer.guardNote
                Accessible.name: qsTr("%1. Change it").arg(root.composer.guardNote)
                onClicked: root.guardWanted()
            }
        }
        SafeText {
            objectName: "estimateNote"
            visible: text !== ""
            width: parent.width
            text: root.isObstructed ? root.composer.obstacle : root.composer.estimateNote
            font: Theme.fontCaption
            color: root.isObstructed ? Theme.warn : Theme.fg3
            wrapMode: Text.Wrap
            maximumLineCount: 2
            elide: Text.ElideRight
        }
    }
    Row {
        id: buttons
        x: parent.width - width - 14
        anchors.verticalCenter: parent.verticalCenter
        spacing: 8
        TkButton {
            objectName: "cancelRun"
            enabled: root.tab.isRunning
            text: qsTr("Cancel")
            tip: qsTr("Esc")
            onClicked: root.tab.cancel()
        }
        TkButton {
            objectName: "send"
            kind: TkButton.Primary
            enabled: !root.tab.isRunning && !root.isObstructed
            iconName: "send"
            iconSize: 14
            text: root.tab.hasSent ? qsTr("Send again") : qsTr("Send")
            tip: qsTr("Ctrl+Enter")
            Accessible.description: root.composer.estimate
            onClicked: root.tab.send()
        }
    }
}
