// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import Tollkeeper.Ui

//! One alert of the list, with its day above where it is the first of it.
Item {
    id: root

    required property var modelData //!< InboxRow
    property bool isCurrent: false
    property bool hasFocus: false

    signal clicked
    signal activated

    readonly property int dayHeight: modelData.isFirstOfDay ? 29 : 0
    readonly property bool hasState: modelData.state !== ""

    objectName: "inboxRow"
    height: dayHeight + (hasState ? 80 : 60)
    Accessible.role: Accessible.ListItem
    Accessible.name: [modelData.severity, modelData.title, modelData.line, modelData.day + " " + modelData.time,
        modelData.state].filter(part => part !== "").join(", ")
    Accessible.selected: isCurrent
    Accessible.onPressAction: {
        root.clicked();
        root.activated();
    }

    Rectangle {
        visible: root.dayHeight > 0
        width: parent.width
        height: 28
        color: Theme.bgSunken
        SafeText {
            objectName: "inboxDay"
            x: 13
            y: 7
            height: 16
            text: root.modelData.day
            font: Theme.fontCaptionStrong
            color: Theme.fg3
        }
        Rectangle {
            y: parent.height
            width: parent.width
            height: 1
            color: Theme.lineSubtle
        }
    }
    Rectangle {
        y: root.dayHeight
        width: parent.width
        height: parent.height - y - 1
        color: root.isCurrent ? Theme.bgSelected : pointer.containsMouse ? Theme.bgHover : "transparent"

        Mark {
            x: 13
            y: 15
            size: 12
            kind: root.modelData.mark
            opacity: root.modelData.isOpen || root.hasState ? 1 : 0.5
        }
        SafeText {
            objectName: "inboxTitle"
            x: 35
            y: 11
            width: time.x - x - 8
            height: 20
            text: root.modelData.title
            font: Theme.fontBodyStrong
        }
        SafeText {
            id: time
            objectName: "inboxTime"
            x: parent.width - width - 13
            y: 11
            height: 20
            text: root.modelData.time
            font: Theme.fontCaption
            color: Theme.fg3
        }
        SafeText {
            objectName: "inboxText"
            x: 35
            y: 31
            width: parent.width - x - 13
            height: 17
            text: root.modelData.line
            font: Theme.fontSmall
            color: Theme.fg2
        }
        Icon {
            visible: root.hasState
            x: 35
            y: 53
            size: 12
            name: root.modelData.stateIcon
            colour: Theme.fg3
        }
        SafeText {
            objectName: "inboxState"
            visible: root.hasState
            x: 51
            y: 51
            width: parent.width - x - 13
            height: 16
            text: root.modelData.state
            font: Theme.fontCaption
            color: Theme.fg3
        }
        FocusRing {
            anchors.margins: 1
            inner: 0
            shown: root.hasFocus
        }
        MouseArea {
            id: pointer
            anchors.fill: parent
            hoverEnabled: true
            onClicked: {
                root.clicked();
                root.activated();
            }
        }
    }
    Rectangle {
        y: parent.height - 1
        width: parent.width
        height: 1
        color: Theme.lineSubtle
    }
}
