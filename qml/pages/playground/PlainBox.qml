// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import QtQuick.Controls.Basic
import Tollkeeper.Ui
import Tollkeeper.ViewModels

//! A text of some lines to be read and selected, not changed: as it came, never rich.
FocusScope {
    id: root

    required property string text
    property bool isMono: true
    property bool isJson: false //!< with its parts coloured
    property bool isBare: false //!< without a border
    property string name //!< for screen readers
    readonly property real fullHeight: area.implicitHeight + (isBare ? 0 : 4)

    Rectangle {
        visible: !root.isBare
        anchors.fill: parent
        radius: Theme.r
        color: Theme.bgSunken
        border.width: area.activeFocus ? 2 : 1
        border.color: area.activeFocus ? Theme.focus : Theme.line
    }
    Flickable {
        anchors.fill: parent
        anchors.margins: root.isBare ? 0 : 2
        boundsBehavior: Flickable.StopAtBounds
        clip: true
        ScrollBar.vertical: TkScrollBar {}

        TextArea.flickable: TextArea {
            id: area
            objectName: "plainText"
            focus: true
            readOnly: true
            selectByMouse: true
            textFormat: TextEdit.PlainText
            text: root.text
            font: root.isMono ? Theme.fontMonoSmall : Theme.fontSmall
            color: Theme.fg
            selectionColor: Theme.accent
            selectedTextColor: Theme.accentText
            wrapMode: TextEdit.WrapAtWordBoundaryOrAnywhere
            leftPadding: root.isBare ? 0 : 9
            rightPadding: 9
            topPadding: root.isBare ? 0 : 7
            bottomPadding: root.isBare ? 0 : 7
            background: null
            TextLines {
                document: area.textDocument
                lineHeight: 16
            }
            JsonColours {
                source: root.isJson ? area.textDocument : null
                nameColour: Theme.info
                stringColour: Theme.ok
                numberColour: Theme.warn
            }
            Accessible.name: root.name
            Keys.onTabPressed: nextItemInFocusChain(true).forceActiveFocus(Qt.TabFocusReason)
            Keys.onBacktabPressed: nextItemInFocusChain(false).forceActiveFocus(Qt.BacktabFocusReason)
        }
    }
}
