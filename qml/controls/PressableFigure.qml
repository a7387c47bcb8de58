// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import Tollkeeper.Ui

//! A figure that leads further when it is pressed.
SafeText {
    id: root

    property string tip

    signal pressed

    activeFocusOnTab: true
    color: hover.hovered ? Theme.accent : Theme.fg
    Accessible.role: Accessible.Button
    Accessible.name: text
    Accessible.description: tip
    Accessible.onPressAction: root.pressed()
    Keys.onReturnPressed: root.pressed()
    Keys.onEnterPressed: root.pressed()
    Keys.onSpacePressed: root.pressed()

    FocusRing {
        shown: root.activeFocus
        inner: Theme.rSm
    }
    HoverHandler {
        id: hover
        cursorShape: Qt.PointingHandCursor
    }
    TapHandler {
        onTapped: root.pressed()
    }
    TkToolTip {
        visible: hover.hovered
        text: root.tip
    }
}
