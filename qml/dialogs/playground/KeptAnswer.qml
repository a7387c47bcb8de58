// SPDX-License-Identifier: GPL-3.0-or-later
pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Controls.Basic
import Tollkeeper.Ui
import Tollkeeper.ViewModels

//! What a kept request was answered, piece by piece so that only what is in sight is laid out; as it came, never rich.
Item {
    id: root

    required property KeptRunViewModel run

    Rectangle {
        anchors.fill: parent
        radius: Theme.r
        color: Theme.bgSunken
        border.width: pieces.activeFocus ? 2 : 1
        border.color: pieces.activeFocus ? Theme.focus : Theme.line
    }
    SafeText {
        objectName: "keptAnswerNote"
        visible: text !== ""
        x: 14
        y: 12
        width: parent.width - 28
        text: root.run.answerNote
        font: Theme.fontSmall
        color: Theme.fg3
        wrapMode: Text.Wrap
    }
    ListView {
        id: pieces
        objectName: "keptAnswer"
        anchors.fill: parent
        anchors.margins: 2
        visible: root.run.answerNote === ""
        topMargin: 8
        bottomMargin: 10
        clip: true
        boundsBehavior: Flickable.StopAtBounds
        activeFocusOnTab: true
        keyNavigationEnabled: true
        highlightMoveDuration: 0
        reuseItems: true
        model: root.run.answer
        Accessible.role: Accessible.List
        Accessible.name: qsTr("Answer")
        ScrollBar.vertical: TkScrollBar {}
        delegate: TextEdit {
            id: piece
            required property string line
            x: 12
            width: ListView.view.width - 26
            height: line === "" ? 10 : implicitHeight
            readOnly: true
            selectByMouse: true
            textFormat: TextEdit.PlainText
            wrapMode: TextEdit.Wrap
            text: line
            font: Theme.fontBody
            color: Theme.fg
            selectionColor: Theme.accent
            selectedTextColor: Theme.accentText
            Accessible.role: Accessible.StaticText
            Accessible.name: line
            TextLines {
                document: piece.textDocument
                lineHeight: 21
            }
        }
    }
}
