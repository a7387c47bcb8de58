// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import Tollkeeper.Ui

//! A share of a limit as a bar: amber from 80 %, red at the limit.
Rectangle {
    id: root

    required property double share
    property string label

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
}
