// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import Tollkeeper.Ui
import Tollkeeper.ViewModels

//! What it may cost, or, over the whole width, why it cannot be sent; Cancel and Send.
Item {
    id: root

    required property PlaygroundTab tab
    readonly property ComposerViewModel composer: tab.composer
    readonly property bool isObstructed: composer.obstacle !== ""

    signal guardWanted //!< when it asks before it sends is to be changed

    implicitHeight: line.y + line.height

    SafeText {
        id: reason
        objectName: "obstacle"
        visible: root.isObstructed
        x: 14
        y: 10
        width: parent.width - 28
        text: root.composer.obstacle
        font: Theme.fontCaption
        color: Theme.warn
        wrapMode: Text.Wrap
    }
    Item {
        id: line
        y: root.isObstructed ? reason.y + reason.height : 0
        width: parent.width
        height: Math.max(54, words.height + 20)
    }
    Column {
        id: words
        parent: line
        x: 14
        anchors.verticalCenter: parent.verticalCenter
        width: buttons.x - x - 10
        Row {
            spacing: 6
            EstimateText {
                objectName: "estimate"
                anchors.verticalCenter: parent.verticalCenter
                visible: text !== "" && !root.isObstructed
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
            visible: text !== "" && !root.isObstructed
            width: parent.width
            text: root.composer.estimateNote
            font: Theme.fontCaption
            color: Theme.fg3
            wrapMode: Text.Wrap
            maximumLineCount: 2
            elide: Text.ElideRight
        }
    }
    Row {
        id: buttons
        parent: line
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
