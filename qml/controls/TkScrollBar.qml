// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import QtQuick.Controls.Basic
import Tollkeeper.Ui

ScrollBar {
    id: root

    padding: 2
    minimumSize: 0.1
    contentItem: Rectangle {
        implicitWidth: 6
        implicitHeight: 6
        radius: 3
        color: Theme.lineStrong
        opacity: root.policy === ScrollBar.AlwaysOn || (root.active && root.size < 1) ? 0.75 : 0
    }
}
