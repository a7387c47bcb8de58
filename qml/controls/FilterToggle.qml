// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import QtQuick.Controls.Basic
import Tollkeeper.Ui

//! A condition of a filter bar that is on or off.
AbstractButton {
    id: root

    property string tip

    implicitHeight: Theme.controlSm
    implicitWidth: face.implicitWidth + 16
    hoverEnabled: true
    focusPolicy: Qt.StrongFocus
    Accessible.role: Accessible.CheckBox
    Accessible.name: text
    Accessible.checked: checked
    Accessible.onPressAction: if (root.enabled)
        root.clicked()
    Keys.onReturnPressed: root.clicked()
    Keys.onEnterPressed: root.clicked()

    contentItem: null
    background: Rectangle {
        radius: 5
        color: !root.enabled ? Theme.bgSunken : root.down ? Theme.bgPressed : root.hovered ? Theme.bgHover : Theme.bgSurface
        border.color: root.enabled ? Theme.line : Theme.lineSubtle
        FocusRing {
            shown: root.visualFocus
            inner: 5
        }
    }

    Row {
        id: face
        x: 8
        height: root.height
        spacing: 5
        Rectangle {
            anchors.verticalCenter: parent.verticalCenter
            width: 14
            height: 14
            radius: Theme.rSm
            color: root.checked ? Theme.accent : Theme.bgSurface
            border.width: root.checked ? 0 : 1
            border.color: root.enabled ? Theme.lineStrong : Theme.line
            Icon {
                anchors.centerIn: parent
                visible: root.checked
                name: "check"
                size: 11
                colour: Theme.accentText
            }
        }
        SafeText {
            anchors.verticalCenter: parent.verticalCenter
            text: root.text
            font: Theme.fontSmall
            color: root.enabled ? Theme.fg : Theme.fgDisabled
        }
    }
    HoverHandler {
        id: hover
    }
    TkToolTip {
        visible: hover.hovered && root.tip !== ""
        text: root.tip
        width: Math.min(300, implicitWidth)
    }
}
