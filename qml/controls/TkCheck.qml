// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import QtQuick.Controls.Basic
import Tollkeeper.Ui

CheckBox {
    id: root

    implicitHeight: Theme.hitMin
    implicitWidth: Math.ceil(implicitContentWidth)
    padding: 0
    spacing: 8
    font: Theme.fontBody
    Accessible.onPressAction: if (root.enabled)
        root.checked = !root.checked
    indicator: Rectangle {
        width: 16
        height: 16
        anchors.verticalCenter: parent.verticalCenter
        radius: Theme.rSm
        color: root.checked ? Theme.accent : Theme.bgSurface
        border.width: root.checked ? 0 : 1
        border.color: Theme.lineStrong
        Icon {
            anchors.centerIn: parent
            name: "check"
            size: 12
            colour: Theme.accentText
            visible: root.checked
        }
        FocusRing {
            shown: root.visualFocus
            inner: Theme.rSm
        }
    }
    contentItem: SafeText {
        leftPadding: 24
        text: root.text
        font: root.font
        wrapMode: Text.Wrap
    }
}
