// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import Tollkeeper.Ui

//! One limit or control: what it is set to, and what can be done about it.
Item {
    id: root

    required property var line //!< ControlLine
    property bool isLast: false
    property bool canEdit: true

    signal editWanted(string control)
    signal siteWanted

    implicitHeight: Theme.row
    Accessible.role: Accessible.StaticText
    Accessible.name: line.name + ", " + line.value + (line.ending === "none" || line.ending === "creation" ? ", " + line.endingText : "")

    SafeText {
        width: 118
        height: parent.height - 1
        text: root.line.name
        font: Theme.fontSmall
        Accessible.ignored: true
    }
    SafeText {
        id: value
        objectName: "controlValue"
        x: 130
        width: ending.x - x - 8
        height: parent.height - 1
        text: root.line.value
        font: Theme.fontSmallStrong
        Accessible.ignored: true
        HoverHandler {
            id: hover
        }
        TkToolTip {
            visible: hover.hovered && value.truncated
            text: root.line.value
            width: Math.min(300, implicitWidth)
        }
    }
    Item {
        id: ending
        x: parent.width - width
        width: root.line.ending === "edit" ? edit.width : root.line.ending === "switch" ? 32 : root.line.ending === "site" ? site.width : plain.width
        height: parent.height - 1

        PressableFigure {
            id: edit
            objectName: "edit-" + root.line.control
            visible: root.line.ending === "edit"
            enabled: root.canEdit
            height: parent.height
            text: root.line.endingText
            font: Theme.fontSmall
            color: root.canEdit ? Theme.accent : Theme.fgDisabled
            //: %1 is a limit or control of a key
            Accessible.name: qsTr("Edit %1").arg(root.line.name)
            onPressed: if (root.canEdit)
                root.editWanted(root.line.control)
        }
        TkSwitch {
            objectName: "switch-" + root.line.control
            visible: root.line.ending === "switch"
            enabled: root.canEdit
            anchors.verticalCenter: parent.verticalCenter
            isOn: root.line.isOn
            Accessible.name: root.line.name
            onClicked: root.editWanted(root.line.control)
        }
        PressableFigure {
            id: site
            objectName: "site-" + root.line.control
            visible: root.line.ending === "site"
            height: parent.height
            rightPadding: 16
            text: root.line.endingText
            font: Theme.fontCaption
            color: Theme.fg3
            tip: qsTr("Open the gateway's own page in the browser")
            onPressed: root.siteWanted()
            Icon {
                x: parent.width - 12
                anchors.verticalCenter: parent.verticalCenter
                name: "link"
                size: 11
                colour: Theme.fg3
            }
        }
        SafeText {
            id: plain
            visible: root.line.ending === "creation" || root.line.ending === "none"
            height: parent.height
            leftPadding: root.line.ending === "creation" ? 16 : 0
            text: root.line.endingText
            font: Theme.fontCaption
            color: Theme.fg3
            Accessible.ignored: true
            Icon {
                visible: root.line.ending === "creation"
                anchors.verticalCenter: parent.verticalCenter
                name: "lock"
                size: 11
                colour: Theme.fg3
            }
        }
    }
    Rectangle {
        visible: !root.isLast
        y: parent.height - 1
        width: parent.width
        height: 1
        color: Theme.lineSubtle
    }
}
