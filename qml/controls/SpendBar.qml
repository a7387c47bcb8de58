// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import Tollkeeper.Ui

//! A share of a limit as a bar: amber from 80 %, red at the limit.
Rectangle {
    id: root

    required property double share
    property string label
    property double tick: -1 //!< where a mark stands, as a share; negative: none

    implicitHeight: 6
    radius: 3
    color: Theme.bgPressed
    Accessible.role: Accessible.ProgressBar
    Accessible.name: label

    Rectangle {
        width: Math.max(0, Math.min(1, root.share)) * root.width
        height: root.height
        radius: 3
        color: root.share >= 1 ? Theme.dangerFill : root.share >= 0.8 ? Theme.warn : Theme.accent
    }
    Rectangle {
        visible: root.tick >= 0
        x: Math.min(1, root.tick) * (root.width - width)
        y: -2
        width: 2
        height: root.height + 4
        color: Theme.fg
    }
}
