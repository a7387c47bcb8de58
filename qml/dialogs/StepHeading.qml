// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import Tollkeeper.Ui

//! Title and sentence at the top of a step.
Column {
    id: root

    required property string title
    required property string text
    property string iconName
    property color iconColor: Theme.ok

    spacing: 4
    Row {
        spacing: 8
        Icon {
            anchors.verticalCenter: parent.verticalCenter
            visible: name !== ""
            name: root.iconName
            size: 18
            colour: root.iconColor
        }
        SafeText {
            width: Math.min(implicitWidth, root.width - 30)
            height: 26
            text: root.title
            font: Theme.fontFigure
            Accessible.role: Accessible.Heading
            Accessible.name: text
        }
    }
    SafeText {
        width: root.width
        text: root.text
        color: Theme.fg2
        wrapMode: Text.Wrap
        lineHeight: 20
        lineHeightMode: Text.FixedHeight
    }
}
