// SPDX-License-Identifier: GPL-3.0-or-later
pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Controls.Basic
import Tollkeeper.Ui
import Tollkeeper.ViewModels

//! JSON to be edited, with the numbers of its lines; the one at fault is marked.
FocusScope {
    id: root

    required property string json
    property int problemLine: 0 //!< from 1; 0: none
    property string name //!< for screen readers
    property string placeholder

    signal edited(string text)
    signal editingEnded //!< nobody types here any more

    function takeFocus() {
        area.forceActiveFocus(Qt.TabFocusReason);
    }
    //! The lines in sight: { number, y, height }.
    function linesFrom(top: real, bottom: real): var {
        const text = area.text;
        let start = text.lastIndexOf("\n", Math.max(0, area.positionAt(0, top) - 1)) + 1;
        let number = text.slice(0, start).split("\n").length;
        const lines = [];
        while (true) {
            const end = text.indexOf("\n", start);
            const first = area.positionToRectangle(start);
            const last = area.positionToRectangle(end < 0 ? text.length : end);
            lines.push({ number: number, y: first.y, height: last.y + last.height - first.y });
            if (end < 0 || last.y > bottom)
                return lines;
            start = end + 1;
            ++number;
        }
    }

    Rectangle {
        anchors.fill: parent
        radius: Theme.r
        color: Theme.bgSunken
        border.width: area.activeFocus ? 2 : 1
        border.color: root.problemLine > 0 ? Theme.danger : area.activeFocus ? Theme.focus : Theme.line
    }
    Flickable {
        id: view
        anchors.fill: parent
        anchors.margins: 2
        boundsBehavior: Flickable.StopAtBounds
        clip: true
        ScrollBar.vertical: TkScrollBar {}

        // Its text, its width and the place in view decide which numbers are shown where.
        readonly property var lines: area.contentHeight > 0 && area.width > 0 && area.text.length >= 0 ? root.linesFrom(contentY, contentY + height) : []

        Repeater {
            model: view.lines
            Item {
                id: line
                required property var modelData
                readonly property bool isAtFault: modelData.number === root.problemLine
                parent: view.contentItem
                y: modelData.y
                width: view.width
                height: modelData.height
                Rectangle {
                    visible: line.isAtFault
                    anchors.fill: parent
                    color: Theme.dangerBg
                }
                SafeText {
                    objectName: line.isAtFault ? "faultyLine" : "lineNumber"
                    width: 26
                    height: parent.height
                    verticalAlignment: Text.AlignTop
                    horizontalAlignment: Text.AlignRight
                    text: line.modelData.number
                    font: Theme.fontMonoSmall
                    color: line.isAtFault ? Theme.danger : Theme.fg3
                    Accessible.ignored: true
                }
            }
        }
        TextArea.flickable: TextArea {
            id: area
            objectName: "jsonText"
            focus: true
            textFormat: TextEdit.PlainText
            text: root.json
            font: Theme.fontMono
            color: root.enabled ? Theme.fg : Theme.fgDisabled
            leftPadding: 34
            rightPadding: 10
            topPadding: 7
            bottomPadding: 7
            placeholderText: root.placeholder
            placeholderTextColor: Theme.fg3
            selectionColor: Theme.accent
            selectedTextColor: Theme.accentText
            selectByMouse: true
            wrapMode: TextEdit.WrapAtWordBoundaryOrAnywhere
            inputMethodHints: Qt.ImhNoPredictiveText | Qt.ImhNoAutoUppercase
            background: null
            Keys.onTabPressed: nextItemInFocusChain(true).forceActiveFocus(Qt.TabFocusReason)
            Keys.onBacktabPressed: nextItemInFocusChain(false).forceActiveFocus(Qt.BacktabFocusReason)
            Accessible.name: root.name
            Accessible.description: root.problemLine > 0 ? qsTr("Line %1 is at fault").arg(root.problemLine) : ""
            TextLines {
                document: area.textDocument
                lineHeight: 18
            }
            JsonColours {
                source: area.textDocument
                nameColour: Theme.info
                stringColour: Theme.ok
                numberColour: Theme.warn
            }
            onTextChanged: if (text !== root.json)
                root.edited(text)
            onActiveFocusChanged: if (!activeFocus)
                root.editingEnded()
        }
    }
}
