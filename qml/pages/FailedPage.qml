// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import Tollkeeper.Ui
import Tollkeeper.ViewModels

//! The figures could not be read: what happened, and one thing to do.
Item {
    id: root

    required property OverviewViewModel overview

    Rectangle {
        anchors.centerIn: parent
        width: Math.min(520, parent.width - 40)
        height: column.implicitHeight + 40
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
                text: root.overview.problemTitle
                font: Theme.fontHeading
            }
            SafeText {
                objectName: "problem"
                width: parent.width
                text: root.overview.problem
                color: Theme.fg2
                wrapMode: Text.Wrap
                lineHeight: 20
                lineHeightMode: Text.FixedHeight
            }
            TkButton {
                objectName: "readAgain"
                text: qsTr("Read again")
                iconName: "refresh"
                onClicked: root.overview.reload()
            }
        }
    }
}
