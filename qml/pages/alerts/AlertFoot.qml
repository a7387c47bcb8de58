// SPDX-License-Identifier: GPL-3.0-or-later
pragma ComponentBehavior: Bound
import QtQuick
import Tollkeeper.Ui

//! Whom it was told, when it was last true, and where it comes from.
Item {
    id: root

    required property string notice
    required property var links //!< of AlertStepLine

    signal followed(int action)

    implicitHeight: 41

    Rectangle {
        width: parent.width
        height: 1
        color: Theme.lineSubtle
    }
    Icon {
        x: 18
        y: 14
        size: 13
        name: "bell"
        colour: Theme.fg3
    }
    SafeText {
        objectName: "alertNotice"
        x: 39
        y: 1
        width: row.x - x - 10
        height: 40
        text: root.notice
        font: Theme.fontSmall
        color: Theme.fg3
    }
    Row {
        id: row
        x: parent.width - width - 9
        y: 9
        Repeater {
            model: root.links
            TkButton {
                required property var modelData
                objectName: "alertLink"
                small: true
                kind: TkButton.Link
                text: modelData.button
                onClicked: root.followed(modelData.action)
            }
        }
    }
}
