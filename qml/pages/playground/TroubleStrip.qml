// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import Tollkeeper.Ui

//! What went wrong beside any request, until it is closed.
Rectangle {
    id: root

    property string text

    signal dismissed

    visible: text !== ""
    height: visible ? Math.max(36, words.implicitHeight + 16) : 0
    color: Theme.dangerBg
    Accessible.role: Accessible.AlertMessage
    Accessible.name: text

    Icon {
        x: 20
        y: 10
        name: "error"
        colour: Theme.danger
    }
    SafeText {
        id: words
        x: 46
        width: parent.width - x - 60
        anchors.verticalCenter: parent.verticalCenter
        text: root.text
        font: Theme.fontSmall
        wrapMode: Text.Wrap
        Accessible.ignored: true
    }
    TkButton {
        objectName: "dismissProblem"
        x: parent.width - width - 16
        anchors.verticalCenter: parent.verticalCenter
        kind: TkButton.Ghost
        small: true
        iconName: "close"
        iconSize: 12
        Accessible.name: qsTr("Close")
        onClicked: root.dismissed()
    }
}
