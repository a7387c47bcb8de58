// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import Tollkeeper.Ui

//! One channel: on or off, where it goes, what can be done with it, and what came of its test.
Item {
    id: root

    required property var modelData //!< ChannelRow
    property bool isRemoving: false //!< asks whether it really is to go

    signal switched(bool isOn)
    signal testWanted
    signal editWanted
    signal removeWanted
    signal removeConfirmed
    signal removeDropped

    readonly property string where: modelData.hint !== "" ? modelData.kind + ", " + modelData.hint : modelData.kind

    objectName: "channel"
    height: 52 + (receipt.visible ? receipt.height + 6 : 0)
    Accessible.role: Accessible.ListItem
    Accessible.name: modelData.name + ", " + where

    Rectangle {
        width: parent.width
        height: 1
        color: Theme.lineSubtle
    }
    TkSwitch {
        id: onOff
        objectName: "channelSwitch"
        y: 14
        isOn: root.modelData.isOn
        Accessible.name: root.modelData.name
        onClicked: root.switched(!isOn)
    }
    SafeText {
        objectName: "channelName"
        x: 44
        y: 8
        width: (root.isRemoving ? question.x : actions.x) - x - 10
        height: 20
        text: root.modelData.name
        font: Theme.fontBodyStrong
    }
    SafeText {
        objectName: "channelWhere"
        x: 44
        y: 27
        width: (root.isRemoving ? question.x : actions.x) - x - 10
        height: 17
        text: root.where
        font: Theme.fontSmall
        color: Theme.fg2
    }
    Row {
        id: actions
        visible: !root.isRemoving
        x: parent.width - width
        y: 14
        spacing: 4
        TkButton {
            objectName: "testChannel"
            small: true
            enabled: !root.modelData.isTesting
            text: root.modelData.isTesting ? qsTr("Sending…") : qsTr("Test")
            tip: qsTr("Send a message that says it is a test")
            onClicked: root.testWanted()
        }
        TkButton {
            objectName: "editChannel"
            visible: root.modelData.isOwn
            small: true
            kind: TkButton.Ghost
            iconName: "pencil"
            tip: qsTr("Change")
            //: %1 is the name of a channel
            Accessible.name: qsTr("Change %1").arg(root.modelData.name)
            onClicked: root.editWanted()
        }
        TkButton {
            objectName: "removeChannel"
            visible: root.modelData.isOwn
            small: true
            kind: TkButton.Ghost
            iconName: "trash"
            tip: qsTr("Remove")
            //: %1 is the name of a channel
            Accessible.name: qsTr("Remove %1").arg(root.modelData.name)
            onClicked: root.removeWanted()
        }
    }
    Row {
        id: question
        visible: root.isRemoving
        x: parent.width - width
        y: 14
        spacing: 6
        onVisibleChanged: if (visible)
            keep.forceActiveFocus(Qt.TabFocusReason)
        SafeText {
            height: 24
            text: qsTr("Remove it and its secrets?")
            font: Theme.fontSmall
        }
        TkButton {
            id: keep
            objectName: "keepChannel"
            small: true
            text: qsTr("Keep")
            onClicked: root.removeDropped()
        }
        TkButton {
            objectName: "confirmRemoval"
            small: true
            kind: TkButton.Destructive
            text: qsTr("Remove")
            onClicked: root.removeConfirmed()
        }
    }
    Mark {
        visible: receipt.visible
        x: 45
        y: 55
        kind: root.modelData.mark !== "" ? root.modelData.mark : "ok"
    }
    SafeText {
        id: receipt
        objectName: "channelReceipt"
        visible: text !== ""
        x: 62
        y: 51
        width: parent.width - x
        text: root.modelData.receipt
        font: Theme.fontSmall
        color: Theme.fg2
        wrapMode: Text.Wrap
        lineHeight: 18
        lineHeightMode: Text.FixedHeight
        Accessible.role: Accessible.StaticText
        Accessible.name: text
    }
}
