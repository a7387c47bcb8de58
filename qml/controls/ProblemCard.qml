// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import Tollkeeper.Ui

//! What could not be read, what is still true, and one thing to do.
Rectangle {
    id: root

    required property string title
    required property string text

    signal againWanted

    implicitHeight: column.implicitHeight + 40
    radius: Theme.rLg
    color: Theme.bgSurface
    border.color: Theme.line

    Icon {
        x: 20
        y: 21
        name: "error"
        size: 18
        colour: Theme.danger
    }
    Column {
        id: column
        x: 48
        y: 20
        width: parent.width - x - 20
        spacing: 10
        SafeText {
            objectName: "problemTitle"
            width: parent.width
            text: root.title
            font: Theme.fontHeading
        }
        SafeText {
            objectName: "problem"
            width: parent.width
            text: root.text
            color: Theme.fg2
            wrapMode: Text.Wrap
            lineHeight: 20
            lineHeightMode: Text.FixedHeight
        }
        TkButton {
            objectName: "readAgain"
            text: qsTr("Read again")
            iconName: "refresh"
            onClicked: root.againWanted()
        }
    }
}
