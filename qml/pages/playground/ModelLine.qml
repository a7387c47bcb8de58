// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import QtQuick.Controls.Basic
import Tollkeeper.Ui

//! A model in a list: its name, how much it can read where that leaves the name its room, and its price.
AbstractButton {
    id: root

    required property var row //!< ModelRow
    readonly property string whole: [row.model, row.context, row.price].filter(part => part !== "").join(", ")

    implicitHeight: Theme.row
    hoverEnabled: true
    Accessible.role: Accessible.RadioButton
    Accessible.checked: checked
    Accessible.name: whole
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
        id: name
        objectName: "modelName"
        x: 8
        width: (context.visible ? context.x : price.x) - x - 8
        height: parent.height
        text: root.row.model
        elide: Text.ElideMiddle // makers and versions tell models apart
        font: Theme.fontMono
        Accessible.ignored: true
    }
    TkToolTip {
        visible: (root.hovered || root.visualFocus) && (name.truncated || !context.visible)
        text: root.whole
    }
    SafeText {
        id: context
        objectName: "modelContext"
        visible: name.x + name.implicitWidth + 8 <= x
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
