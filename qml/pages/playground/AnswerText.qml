// SPDX-License-Identifier: GPL-3.0-or-later
pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Controls.Basic
import Tollkeeper.Ui
import Tollkeeper.ViewModels

//! The text of an answer, piece by piece, with its reasoning and tool calls folded. It follows what comes in until the
//! person scrolls up, and again when they come back to the end.
ListView {
    id: root

    required property RunViewModel run
    property bool isBroken: false
    property bool isFormatted: false //!< shown as Markdown, once the answer is whole
    readonly property bool showsFormatted: isFormatted && !run.isRunning && formatted.isReady
    property int margin: 18
    property bool follows: true
    property bool wasRunning: false

    clip: true
    boundsBehavior: Flickable.StopAtBounds
    topMargin: before.height
    bottomMargin: after.height
    interactive: contentHeight + topMargin + bottomMargin > height
    activeFocusOnTab: true
    reuseItems: true
    Accessible.role: Accessible.List
    Accessible.name: qsTr("Answer")
    ScrollBar.vertical: TkScrollBar {
        onPressedChanged: root.follows = root.atYEnd
    }

    //! One after the other: rows of one kind must never meet the delegate of the other.
    function fill() {
        model = null;
        delegate = showsFormatted ? formattedBlock : plainPiece;
        model = showsFormatted ? formatted : run.text;
    }
    function followEnd() {
        if (follows && run.isRunning)
            showEnd();
    }
    function showEnd() {
        contentY = Math.max(originY - topMargin, originY + contentHeight + bottomMargin - height);
    }
    function scrollBy(distance: real) {
        contentY = Math.max(originY - topMargin, Math.min(contentY + distance, originY + contentHeight + bottomMargin - height));
        follows = atYEnd;
    }

    Component.onCompleted: fill()
    onRunChanged: {
        fill();
        follows = true;
        wasRunning = run.isRunning;
    }
    onShowsFormattedChanged: fill()
    onContentHeightChanged: followEnd()
    onBottomMarginChanged: if (follows && isBroken)
        showEnd() // where it breaks off
    onMovementEnded: follows = atYEnd
    onMovementStarted: follows = false
    Keys.onUpPressed: scrollBy(-42)
    Keys.onDownPressed: scrollBy(42)
    Keys.onPressed: event => {
        event.accepted = true;
        if (event.key === Qt.Key_PageUp)
            scrollBy(42 - height);
        else if (event.key === Qt.Key_PageDown)
            scrollBy(height - 42);
        else if (event.key === Qt.Key_Home)
            scrollBy(-contentHeight);
        else if (event.key === Qt.Key_End)
            scrollBy(contentHeight);
        else
            event.accepted = false;
    }
    Connections {
        target: root.run
        function onChanged() {
            if (root.run.isRunning && !root.wasRunning)
                root.follows = true;
            root.wasRunning = root.run.isRunning;
        }
    }

    // What stands before and after the pieces: header and footer would be made outside of this component.
    Column {
        id: before
        parent: root.contentItem
        y: root.originY - height
        width: root.width
        topPadding: root.margin - 4
        spacing: 8
        FoldedText {
            objectName: "reasoning"
            visible: root.run.reasoning !== ""
            x: root.margin
            width: parent.width - 2 * root.margin
            title: qsTr("Reasoning")
            text: root.run.reasoning
        }
        SafeText {
            objectName: "noText"
            visible: !root.run.hasText && root.run.toolCalls.length === 0 && !root.isBroken // else the line says it
            x: root.margin
            width: parent.width - 2 * root.margin
            text: root.run.isRunning ? root.run.status : qsTr("No text came.")
            color: Theme.fg3
            wrapMode: Text.Wrap
        }
    }
    Component {
        id: plainPiece
        TextEdit {
            id: piece
            required property string line
            x: root.margin
            width: ListView.view.width - 2 * root.margin
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
    Component {
        id: formattedBlock
        FormattedBlock {
            width: root.width
            margin: root.margin
        }
    }
    FormattedTextModel {
        id: formatted
        source: root.isFormatted && !root.run.isRunning && root.run.hasText ? root.run.text.whole() : ""
    }
    Column {
        id: after
        parent: root.contentItem
        y: root.originY + root.contentHeight
        width: root.width
        bottomPadding: 14
        spacing: 8
        BreakLine {
            objectName: "breakLine"
            visible: root.isBroken
            x: root.margin
            width: parent.width - 2 * root.margin
            isCancelled: root.run.state === RunViewModel.Cancelled
        }
        Repeater {
            model: root.run.toolCalls
            FoldedText {
                required property int index
                required property var modelData //!< IdLine
                objectName: "toolCall" + index
                x: root.margin
                width: root.width - 2 * root.margin
                isOpen: true
                isMono: true
                //: %1 is the name of a tool that the model wants to be called
                title: qsTr("Tool call: %1").arg(modelData.name)
                text: modelData.value
            }
        }
    }
    FocusRing {
        anchors.margins: 0
        inner: 0
        shown: root.activeFocus
    }
}
