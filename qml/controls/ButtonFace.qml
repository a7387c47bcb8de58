// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import Tollkeeper.Ui

//! What stands on a TkButton.
Item {
    id: root

    required property string text
    required property string iconName
    required property string trailingIcon
    required property int iconSize
    required property color ink
    required property color iconInk
    required property font font

    implicitWidth: Math.ceil(row.implicitWidth)
    implicitHeight: 20

    Row {
        id: row
        anchors.centerIn: parent
        spacing: 6
        Icon {
            name: root.iconName
            visible: name !== ""
            size: root.iconSize
            colour: root.iconInk
            anchors.verticalCenter: parent.verticalCenter
        }
        SafeText {
            text: root.text
            visible: text !== ""
            font: root.font
            color: root.ink
            anchors.verticalCenter: parent.verticalCenter
        }
        Icon {
            name: root.trailingIcon
            visible: name !== ""
            size: 13
            colour: root.ink
            anchors.verticalCenter: parent.verticalCenter
        }
    }
}
