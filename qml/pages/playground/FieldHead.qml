// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import Tollkeeper.Ui

//! The name over a field, and a grey note at the right of it.
Item {
    id: root

    required property string text
    property string note
    property color noteInk: Theme.fg3

    implicitHeight: 19

    SafeLabel {
        id: label
        text: root.text
    }
    SafeText {
        objectName: "fieldNote"
        x: label.width + 8
        width: parent.width - x
        height: 16
        horizontalAlignment: Text.AlignRight
        text: root.note
        font: Theme.fontCaption
        color: root.noteInk
    }
}
