// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import QtQuick.Controls.Basic
import Tollkeeper.Ui

//! Several lines of networks to type over.
ScrollView {
    id: root

    property alias text: area.text
    property bool hasError: false
    property string label

    implicitHeight: 84
    background: Rectangle {
        radius: Theme.r
        color: Theme.bgSurface
        border.width: area.activeFocus ? 2 : 1
        border.color: root.hasError ? Theme.danger : area.activeFocus ? Theme.focus : Theme.lineStrong
    }
    TextArea {
        id: area
        textFormat: TextEdit.PlainText
        font: Theme.fontMono
        color: Theme.fg
        placeholderText: "203.0.113.0/24"
        placeholderTextColor: Theme.fg3
        selectionColor: Theme.accent
        selectedTextColor: Theme.accentText
        selectByMouse: true
        leftPadding: 9
        topPadding: 6
        background: null
        KeyNavigation.priority: KeyNavigation.BeforeItem
        KeyNavigation.tab: area.nextItemInFocusChain()
        Accessible.name: root.label
    }
}
