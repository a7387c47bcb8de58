// SPDX-License-Identifier: GPL-3.0-or-later
pragma ComponentBehavior: Bound
import QtQuick
import Tollkeeper.Ui

//! Grey bars in the place of rows that are read for the first time. They stand still.
Column {
    id: root

    property string text //!< what is being read, for screen readers
    property int lines: 9

    spacing: 18
    Accessible.role: Accessible.StaticText
    Accessible.name: text

    Repeater {
        model: root.lines
        Rectangle {
            required property int index
            width: root.width * [0.72, 0.58, 0.66, 0.61][index % 4]
            height: 10
            radius: Theme.rSm
            color: Theme.bgPressed
        }
    }
}
