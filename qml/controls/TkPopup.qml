// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import QtQuick.Controls.Basic
import QtQuick.Templates as T
import Tollkeeper.Ui

//! What dialogs share: modal over the scrim, Esc closes, the keyboard stays inside.
Popup {
    id: root

    parent: T.Overlay.overlay
    anchors.centerIn: parent
    modal: true
    focus: true
    padding: 0
    closePolicy: Popup.CloseOnEscape
    enter: Transition {
        NumberAnimation {
            property: "opacity"
            from: 0
            to: 1
            duration: Theme.motionSlow
            easing.type: Easing.OutCubic
        }
    }
    T.Overlay.modal: Rectangle {
        color: Theme.bgScrim
    }
    background: Rectangle {
        radius: 10
        color: Theme.bgSurface
        border.color: Theme.line
    }
}
