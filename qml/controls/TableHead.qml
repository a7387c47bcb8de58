// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import Tollkeeper.Ui

//! The 28 px head of a table in a panel.
Rectangle {
    implicitHeight: 29
    color: Theme.bgSunken

    Rectangle {
        anchors.bottom: parent.bottom
        width: parent.width
        height: 1
        color: Theme.line
    }
}
