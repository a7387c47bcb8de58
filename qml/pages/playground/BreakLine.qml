// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import Tollkeeper.Ui

//! Where an answer breaks off.
Item {
    id: root

    property bool isCancelled: false
    readonly property color ink: isCancelled ? Theme.fg2 : Theme.danger

    implicitHeight: 24
    Accessible.role: Accessible.StaticText
    Accessible.name: words.text

    Rectangle {
        y: 12
        width: row.x - 10
        height: 1
        color: root.ink
    }
    Row {
        id: row
        anchors.horizontalCenter: parent.horizontalCenter
        height: parent.height
        spacing: 10
        Icon {
            anchors.verticalCenter: parent.verticalCenter
            name: "stop"
            size: 13
            colour: root.ink
        }
        SafeText {
            id: words
            height: parent.height
            text: root.isCancelled ? qsTr("Cancelled here") : qsTr("Answer breaks off here")
            font: Theme.fontSmallStrong
            color: root.ink
            Accessible.ignored: true
        }
    }
    Rectangle {
        x: row.x + row.width + 10
        y: 12
        width: parent.width - x
        height: 1
        color: root.ink
    }
}
