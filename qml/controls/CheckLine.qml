// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import QtQuick.Controls.Basic
import Tollkeeper.Ui

//! A line of a list of choices: a tick or a dot, a name, and a grey second text.
AbstractButton {
    id: root

    property string note
    property bool isRadio: false

    implicitHeight: Theme.row
    implicitWidth: 220
    hoverEnabled: true
    Accessible.role: isRadio ? Accessible.RadioButton : Accessible.CheckBox
    Accessible.name: note === "" ? text : text + ", " + note
    Accessible.checked: checked
    Accessible.onPressAction: root.clicked()
    Keys.onReturnPressed: root.clicked()
    Keys.onEnterPressed: root.clicked()

    contentItem: null
    background: Rectangle {
        radius: Theme.rSm
        color: root.down ? Theme.bgPressed : root.hovered || root.activeFocus ? Theme.bgHover : "transparent"
        FocusRing {
            anchors.margins: 0
            shown: root.visualFocus
            inner: 0
        }
    }

    Rectangle {
        x: 8
        y: 7
        width: 14
        height: 14
        radius: root.isRadio ? 7 : Theme.rSm
        color: root.checked && !root.isRadio ? Theme.accent : Theme.bgSurface
        border.width: root.isRadio && root.checked ? 4 : root.checked ? 0 : 1
        border.color: root.isRadio && root.checked ? Theme.accent : Theme.lineStrong
        Icon {
            anchors.centerIn: parent
            visible: root.checked && !root.isRadio
            name: "check"
            size: 11
            colour: Theme.accentText
        }
    }
    SafeText {
        id: name
        x: 30
        width: Math.min(implicitWidth, parent.width - x - 8 - (second.visible ? 70 : 0))
        height: parent.height
        text: root.text
        font: Theme.fontSmall
    }
    SafeText {
        id: second
        visible: text !== ""
        x: name.x + name.width + 8
        width: parent.width - x - 8
        height: parent.height
        text: root.note
        font: Theme.fontCaption
        color: Theme.fg3
    }
}
