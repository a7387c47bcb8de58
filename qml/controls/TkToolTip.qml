// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import QtQuick.Controls.Basic
import Tollkeeper.Ui

//! A tip in plain text.
ToolTip {
    id: root

    delay: 500
    padding: 7
    contentItem: SafeText {
        text: root.text
        font: Theme.fontSmall
        wrapMode: Text.Wrap
    }
    background: Rectangle {
        color: Theme.bgRaised
        border.color: Theme.line
        radius: Theme.r
    }
}
