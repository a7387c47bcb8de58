// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import QtQuick.Controls.Basic
import Tollkeeper.Ui

//! A wish that is on, with a tick, or off. It shows what is, and asks for the other with `clicked`.
AbstractButton {
    id: root

    property string tip

    implicitHeight: Theme.controlSm
    implicitWidth: Math.ceil(words.x + words.implicitWidth) + 8
    hoverEnabled: true
    focusPolicy: Qt.StrongFocus
    Accessible.role: Accessible.CheckBox
    Accessible.name: text
    Accessible.description: tip
    Accessible.checkable: true
    Accessible.checked: checked
    Accessible.onPressAction: root.clicked()
    Keys.onReturnPressed: root.clicked()
    Keys.onEnterPressed: root.clicked()

    contentItem: null
    background: Rectangle {
        radius: 5
        color: root.down ? Theme.bgPressed : root.hovered ? Theme.bgHover : Theme.bgSurface
        border.color: Theme.line
        FocusRing {
            shown: root.visualFocus
            inner: 5
        }
    }
    Icon {
        visible: root.checked
        x: 8
        anchors.verticalCenter: parent.verticalCenter
        name: "check"
        size: 12
        colour: Theme.accent
    }
    SafeText {
        id: words
        x: root.checked ? 25 : 8
        height: parent.height
        text: root.text
        font: Theme.fontSmall
        color: root.checked ? Theme.fg : Theme.fg2
        Accessible.ignored: true
    }
    TkToolTip {
        visible: root.hovered && root.tip !== ""
        text: root.tip
    }
}
