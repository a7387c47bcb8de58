// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import Tollkeeper.Ui

//! One pasted key: its last characters, whose secret it is, and what came of it.
Item {
    id: root

    required property var line //!< PastedKeyLine
    required property var choices
    property bool canChoose: true
    readonly property bool isKept: line.state === "kept"
    readonly property bool isFailed: line.state === "failed"

    signal chosen(int choice)

    implicitHeight: result.visible ? 44 + result.height + 6 : 44
    Accessible.role: Accessible.ListItem
    Accessible.name: line.masked + (line.note === "" ? "" : ", " + line.note) + (line.result === "" ? "" : ", " + line.result)

    Rectangle {
        width: parent.width
        height: 1
        color: Theme.lineSubtle
    }
    Mark {
        y: 17
        kind: root.isKept ? "ok" : root.isFailed ? "failed" : "off"
    }
    SafeText {
        x: 18
        y: 5
        width: select.x - x - 10
        height: 18
        text: root.line.masked
        font: Theme.fontMonoSmall
        Accessible.ignored: true
    }
    SafeText {
        x: 18
        y: 22
        width: select.x - x - 10
        height: 16
        text: root.line.note
        font: Theme.fontCaption
        color: Theme.fg3
        Accessible.ignored: true
    }
    TkSelect {
        id: select
        objectName: "pasteChoice"
        visible: !root.isKept && root.line.choice >= 0
        enabled: root.canChoose
        x: parent.width - width
        y: 7
        width: Math.min(300, Math.round(parent.width * 0.58))
        name: qsTr("Whose secret it is")
        options: root.choices
        current: root.line.choice
        onChosen: index => root.chosen(index)
    }
    SafeText {
        id: result
        objectName: "pasteResult"
        visible: root.line.result !== ""
        x: 18
        y: 42
        width: parent.width - x
        text: root.line.result
        font: Theme.fontSmall
        color: root.isFailed ? Theme.danger : Theme.fg2
        wrapMode: Text.Wrap
    }
}
