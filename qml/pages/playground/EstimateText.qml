// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import Tollkeeper.Ui

//! An amount that was worked out here: with a dotted line under it.
SafeText {
    id: root

    property string tip
    property bool isEstimate: true

    DashedLine {
        visible: root.isEstimate
        from: Qt.point(root.width - root.paintedWidth, root.height)
        to: Qt.point(root.width, root.height)
        ink: Theme.fg3
        dashes: [1, 2]
    }
    HoverHandler {
        id: hover
        enabled: root.tip !== ""
    }
    TkToolTip {
        visible: hover.hovered && root.tip !== ""
        text: root.tip
        width: Math.min(300, implicitWidth)
    }
}
