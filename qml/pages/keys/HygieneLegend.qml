// SPDX-License-Identifier: GPL-3.0-or-later
pragma ComponentBehavior: Bound
import QtQuick
import Tollkeeper.Ui

//! What the marks of the last column stand for.
Item {
    id: root

    property bool isWide: true

    implicitHeight: 39

    Rectangle {
        width: parent.width
        height: 1
        color: Theme.lineSubtle
    }
    Row {
        x: 14
        y: 1
        height: 38
        spacing: 16
        SafeText {
            height: parent.height
            text: qsTr("Hygiene counts")
            font: Theme.fontSmall
            color: Theme.fg3
        }
        Repeater {
            model: [
                { icon: "cap", text: qsTr("Spending cap") },
                { icon: "net", text: qsTr("IP allowlist") },
                { icon: "cube", text: qsTr("Model allowlist") },
                { icon: "hour", text: qsTr("Expiry") }
            ]
            Row {
                id: entry
                required property var modelData
                height: 38
                spacing: 4
                Icon {
                    anchors.verticalCenter: parent.verticalCenter
                    name: entry.modelData.icon
                    size: 13
                }
                SafeText {
                    height: parent.height
                    text: entry.modelData.text
                    font: Theme.fontSmall
                    color: Theme.fg2
                }
            }
        }
    }
    SafeText {
        x: parent.width - width - 14
        y: 1
        height: 38
        text: root.isWide ? qsTr("A dash means this gateway does not offer the control.") : qsTr("Dash: not offered")
        font: Theme.fontSmall
        color: Theme.fg3
    }
}
