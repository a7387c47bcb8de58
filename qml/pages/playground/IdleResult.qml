// SPDX-License-Identifier: GPL-3.0-or-later
pragma ComponentBehavior: Bound
import QtQuick
import Tollkeeper.Ui

//! Before anything was sent: what will stand here, and the keys.
Item {
    id: root

    Column {
        anchors.centerIn: parent
        width: Math.min(380, parent.width - 40)
        spacing: 18
        EmptyNote {
            width: parent.width
            iconName: "send"
            lead: qsTr("The answer appears here")
            text: qsTr("With the route it took, what it cost, its identifiers, and, if it fails, whose problem it is and what to do.")
        }
        Column {
            anchors.horizontalCenter: parent.horizontalCenter
            width: 250
            Repeater {
                model: [
                    { text: qsTr("Send"), keys: "Ctrl Enter" },
                    { text: qsTr("Messages or JSON"), keys: "Ctrl J" },
                    { text: qsTr("Move a fallback"), keys: "Alt Up, Down" },
                    { text: qsTr("Request or result"), keys: "F6" },
                    { text: qsTr("Views of the result"), keys: "Alt 1 … 5" },
                    { text: qsTr("New request"), keys: "Ctrl N" }
                ]
                Item {
                    id: line
                    required property var modelData
                    width: 250
                    height: 26
                    SafeText {
                        height: parent.height
                        text: line.modelData.text
                        font: Theme.fontSmall
                        color: Theme.fg2
                    }
                    Rectangle {
                        x: parent.width - width
                        y: 4
                        width: keys.implicitWidth + 12
                        height: 18
                        radius: Theme.rSm
                        color: Theme.bgSunken
                        border.color: Theme.line
                        SafeText {
                            id: keys
                            anchors.centerIn: parent
                            text: line.modelData.keys
                            font: Theme.fontCaptionStrong
                            color: Theme.fg2
                        }
                    }
                }
            }
        }
    }
}
