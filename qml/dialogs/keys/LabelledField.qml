// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import Tollkeeper.Ui

//! A label, what it names, and a hint or what is wrong below.
Column {
    id: root

    required property string label
    property string hint
    property string problem
    default property alias content: holder.data

    spacing: 4
    SafeLabel {
        text: root.label
    }
    Item {
        id: holder
        width: root.width
        height: childrenRect.height
    }
    SafeText {
        objectName: "fieldHint"
        visible: text !== ""
        width: root.width
        text: root.problem !== "" ? root.problem : root.hint
        font: Theme.fontCaption
        color: root.problem !== "" ? Theme.danger : Theme.fg3
        wrapMode: Text.Wrap
    }
}
