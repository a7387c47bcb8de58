// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import Tollkeeper.Ui

//! Which rows are seen of how many, and what is not in them.
Rectangle {
    id: root

    required property string count
    property string missing

    implicitHeight: 30
    color: Theme.bgSunken

    Rectangle {
        width: parent.width
        height: 1
        color: Theme.line
    }
    SafeText {
        id: rows
        objectName: "countText"
        x: 14
        height: parent.height
        text: root.count
        font: Theme.fontCaption
        color: Theme.fg3
    }
    SafeText {
        id: words
        objectName: "missingText"
        readonly property real room: root.width - rows.x - rows.width - 60
        x: root.width - 14 - width
        width: Math.min(implicitWidth, room)
        height: parent.height
        text: root.missing
        font: Theme.fontCaption
        color: Theme.fg3
        HoverHandler {
            id: hover
        }
        TkToolTip {
            visible: hover.hovered && words.truncated
            text: root.missing
            width: Math.min(400, implicitWidth)
        }
    }
    Icon {
        visible: root.missing !== ""
        x: words.x - 17
        y: 9
        name: "info"
        size: 12
        colour: Theme.fg3
    }
}
