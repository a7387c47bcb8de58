// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import Tollkeeper.Ui

//! The line under a dialog with its buttons at the right.
Item {
    id: root

    default property alias buttons: row.data

    implicitHeight: 57

    Rectangle {
        width: parent.width
        height: 1
        color: Theme.line
    }
    Row {
        id: row
        x: parent.width - width - 20
        y: 14
        spacing: 8
    }
}
