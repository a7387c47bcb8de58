// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import Tollkeeper.Ui

//! All that one event says, as it came. A long one scrolls.
FocusScope {
    id: root

    property string text

    implicitHeight: box.height

    PlainBox {
        id: box
        objectName: "eventWhole"
        width: copy.x - 6
        height: Math.min(fullHeight, 260)
        focus: true
        isJson: true
        text: root.text
        name: qsTr("Event")
    }
    TkButton {
        id: copy
        objectName: "copyEvent"
        x: parent.width - width
        kind: TkButton.Ghost
        small: true
        iconName: "copy"
        tip: qsTr("Copy the event")
        Accessible.name: tip
        onClicked: Clipboard.copy(root.text)
    }
}
