// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import Tollkeeper.Ui

//! The 2 px ring 2 px outside of what has the keyboard.
Rectangle {
    id: root

    required property bool shown
    property int inner: Theme.r

    anchors.fill: parent
    anchors.margins: -4
    radius: inner + 4
    color: "transparent"
    border.width: 2
    border.color: Theme.focus
    visible: shown
}
