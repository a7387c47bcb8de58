// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import Tollkeeper.Ui
import Tollkeeper.ViewModels

//! How an answer ended; of one that broke off, what can be done with it.
Item {
    id: root

    required property RunViewModel run
    property bool isBroken: false
    property bool isLive: true
    property bool canContinue: false
    property string obstacle //!< why nothing can be sent now; empty: it can
    property bool isFormatted: false
    property bool hasFormat: false //!< offers to change that

    signal sendWanted
    signal continueWanted
    signal formatWanted //!< the other of plain and formatted

    implicitHeight: isBroken ? 51 : run.ending === "" ? 0 : 40

    Rectangle {
        visible: parent.height > 0
        width: parent.width
        height: 1
        color: root.isBroken ? Theme.line : Theme.lineSubtle
    }
    Icon {
        visible: ending.visible
        x: 18
        y: 13
        name: root.run.state === RunViewModel.Complete ? "okc" : "clock"
        size: 14
        colour: root.run.state === RunViewModel.Complete ? Theme.ok : Theme.fg3
    }
    SafeText {
        id: ending
        objectName: "ending"
        visible: !root.isBroken && text !== ""
        x: 40
        y: 1
        width: (format.visible ? format.x : parent.width - 18) - x
        height: parent.height - 1
        text: root.run.ending
        font: Theme.fontSmall
        color: Theme.fg3
    }
    FormatToggle {
        id: format
        visible: root.hasFormat && ending.visible && root.run.hasText
        x: parent.width - width - 13
        y: 7
        isFormatted: root.isFormatted
        onClicked: root.formatWanted()
    }
    Row {
        visible: root.isBroken
        x: 18
        y: 11
        spacing: 8
        TkButton {
            objectName: "sendFromAnswer"
            visible: root.isLive
            enabled: root.obstacle === ""
            kind: TkButton.Primary
            iconName: "send"
            iconSize: 14
            text: qsTr("Send again")
            Accessible.description: root.obstacle
            onClicked: root.sendWanted()
        }
        TkButton {
            objectName: "continueFromHere"
            visible: root.isLive && root.canContinue
            text: qsTr("Continue from here")
            tip: qsTr("Sends the answer so far as the assistant's last words")
            onClicked: root.continueWanted()
        }
        TkButton {
            objectName: "copyText"
            visible: root.run.hasText
            kind: TkButton.Ghost
            iconName: "copy"
            iconSize: 14
            text: qsTr("Copy text")
            onClicked: Clipboard.copy(root.run.text.whole())
        }
    }
}
