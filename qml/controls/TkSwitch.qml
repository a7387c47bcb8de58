// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import QtQuick.Controls.Basic
import Tollkeeper.Ui

//! On or off. It shows what is, and asks for the other with `clicked`: who owns the value moves it.
AbstractButton {
    id: root

    property bool isOn: false

    implicitWidth: 32
    implicitHeight: Theme.hitMin
    hoverEnabled: true
    focusPolicy: Qt.StrongFocus
    Accessible.role: Accessible.CheckBox
    Accessible.checkable: true
    Accessible.checked: isOn
    Accessible.onPressAction: if (root.enabled)
        root.clicked()
    Keys.onReturnPressed: root.clicked()
    Keys.onEnterPressed: root.clicked()

    contentItem: null
    background: Item {
        Rectangle {
            anchors.verticalCenter: parent.verticalCenter
            width: 32
            height: 18
            radius: 9
            color: !root.enabled ? Theme.fgDisabled : root.isOn ? Theme.accent : Theme.lineStrong
            Rectangle {
                x: root.isOn ? 16 : 2
                y: 2
                width: 14
                height: 14
                radius: 7
                color: root.isOn ? Theme.accentText : Theme.bgSurface
            }
            FocusRing {
                inner: 9
                shown: root.visualFocus
            }
        }
    }
}
