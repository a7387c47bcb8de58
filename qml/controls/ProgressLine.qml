// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import Tollkeeper.Ui

//! How far something has come.
Rectangle {
    id: root

    required property real share //!< 0 to 1
    property string label

    implicitHeight: 6
    radius: 3
    color: Theme.bgPressed
    Accessible.role: Accessible.ProgressBar
    //: %1 is what goes on, %2 a whole number of percent
    Accessible.name: qsTr("%1, %2%").arg(label).arg(Math.round(share * 100))

    Rectangle {
        width: Math.max(0, Math.min(1, root.share)) * root.width
        height: root.height
        radius: 3
        color: Theme.accent
    }
}
