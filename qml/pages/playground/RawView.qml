// SPDX-License-Identifier: GPL-3.0-or-later
pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Controls.Basic
import Tollkeeper.Ui
import Tollkeeper.ViewModels

//! The bytes of an answer as they came, as text; in pieces, so that only what is in sight is laid out.
ListView {
    id: root

    required property StreamTextModel lines //!< null: nobody looks at it
    property bool isRunning: false

    leftMargin: 18
    rightMargin: 18
    topMargin: 12
    bottomMargin: 12
    clip: true
    boundsBehavior: Flickable.StopAtBounds
    activeFocusOnTab: true
    keyNavigationEnabled: true
    highlightMoveDuration: 0
    reuseItems: true
    model: lines
    Accessible.role: Accessible.List
    Accessible.name: qsTr("Answer as received")
    ScrollBar.vertical: TkScrollBar {}

    delegate: TextEdit {
        required property string line
        width: root.width - 36
        readOnly: true
        selectByMouse: true
        textFormat: TextEdit.PlainText
        text: line
        font: Theme.fontMonoSmall
        color: Theme.fg
        selectionColor: Theme.accent
        selectedTextColor: Theme.accentText
        wrapMode: TextEdit.WrapAnywhere
        Accessible.role: Accessible.StaticText
        Accessible.name: line
    }
    SafeText {
        objectName: "rawNote"
        visible: root.count === 0
        anchors.centerIn: parent
        text: root.isRunning ? qsTr("Comes with the end of the answer.") : qsTr("Nothing was received.")
        color: Theme.fg3
    }
    FocusRing {
        anchors.margins: 0
        inner: 0
        shown: root.activeFocus
    }
}
