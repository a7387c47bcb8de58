// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import Tollkeeper.Ui

//! The question of a dialog and a sentence below it.
Column {
    id: root

    required property string title
    property string text

    spacing: 6
    SafeText {
        objectName: "dialogTitle"
        width: root.width
        text: root.title
        font: Qt.font({
            family: Theme.familySans,
            pixelSize: 16,
            weight: 600,
            letterSpacing: -0.1
        })
        wrapMode: Text.Wrap
        lineHeight: 22
        lineHeightMode: Text.FixedHeight
        Accessible.role: Accessible.Heading
        Accessible.name: text
    }
    SafeText {
        width: root.width
        visible: text !== ""
        text: root.text
        color: Theme.fg2
        wrapMode: Text.Wrap
        lineHeight: 20
        lineHeightMode: Text.FixedHeight
    }
}
