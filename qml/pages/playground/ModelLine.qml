// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import QtQuick.Controls.Basic
import Tollkeeper.Ui

//! A model in a list: its name, how much it can read, and its price.
AbstractButton {
    id: root

    required property var row //!< ModelRow

    implicitHeight: Theme.row
    hoverEnabled: true
    Accessible.role: Accessible.RadioButton
    Accessible.checked: checked
    Accessible.name: [row.model, row.context, row.price].filter(part => part !== "").join(", ")
    Accessible.onPressAction: root.clicked()
    Keys.onReturnPressed: root.clicked()
    Keys.onEnterPressed: root.clicked()

    contentItem: null
    background: Rectangle {
        radius: Theme.rSm
        color: root.checked ? Theme.bgSelected : root.down ? Theme.bgPressed : root.hovered || root.activeFocus ? Theme.bgHover : "transparent"
        FocusRing {
            anchors.margins: 0
            shown: root.visualFocus
            inner: 0
        }
    }
    SafeText {
        x: 8
        width: context.x - x - 8
        height: parent.height
        text: root.row.model
        font: Theme.fontMono
        Accessible.ignored: true
    }
    SafeText {
        id: context
        x: price.x - width - 12
        height: parent.height
        text: root.row.context
        font: Theme.fontCaption
        color: Theme.fg3
        Accessible.ignored: true
    }
    SafeText {
        id: price
        x: parent.width - width - 8
        width: Math.max(implicitWidth, 96)
        height: parent.height
        horizontalAlignment: Text.AlignRight
        text: root.row.price
        font: Theme.fontCaption
        color: Theme.fg2
        Accessible.ignored: true
    }
}
