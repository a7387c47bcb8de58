// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import Tollkeeper.Ui

//! What can be done with the keys that are picked; in the place of the legend.
Rectangle {
    id: root

    required property int count

    signal labelsWanted
    signal clearWanted

    implicitHeight: 39
    color: Theme.accentSoft

    SafeText {
        objectName: "pickedCount"
        x: 14
        height: parent.height
        text: root.count === 1 ? qsTr("1 key picked") : qsTr("%n keys picked", "", root.count)
        font: Theme.fontSmallStrong
    }
    Row {
        x: parent.width - width - 14
        y: 7
        spacing: 8
        TkButton {
            objectName: "clearPicked"
            kind: TkButton.Ghost
            small: true
            text: qsTr("Let go")
            tip: qsTr("Pick none of them (Esc)")
            onClicked: root.clearWanted()
        }
        TkButton {
            objectName: "labelPicked"
            small: true
            iconName: "user"
            text: qsTr("Set environment, team or owner")
            onClicked: root.labelsWanted()
        }
    }
}
