// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import QtQuick.Controls.Basic
import Tollkeeper.Ui

//! What drops down from a chip or a button. Esc or a press outside closes it.
Popup {
    id: root

    y: parent ? parent.height + 4 : 0
    margins: 8
    padding: 6
    focus: true
    closePolicy: Popup.CloseOnEscape | Popup.CloseOnPressOutside
    enter: Transition {
        NumberAnimation {
            property: "opacity"
            from: 0
            to: 1
            duration: Theme.motionBase
            easing.type: Easing.OutCubic
        }
    }
    background: Rectangle {
        radius: Theme.rLg
        color: Theme.bgRaised
        border.color: Theme.line
    }
}
