// SPDX-License-Identifier: GPL-3.0-or-later
pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Controls.Basic
import Tollkeeper.Ui
import Tollkeeper.ViewModels

//! The messages one under the other: what the model is told beforehand, then the turns. The last one takes the room
//! that is left.
Rectangle {
    id: root

    required property MessageRowsModel messages

    radius: Theme.r
    color: Theme.bgSurface
    border.color: Theme.line
    Accessible.role: Accessible.Grouping
    Accessible.name: qsTr("Messages")

    function takeFocus() {
        const last = rows.itemAt(rows.count - 1);
        if (last)
            last.forceActiveFocus(Qt.TabFocusReason);
    }

    //! The row that was removed had the keyboard: it goes to the one that is there now.
    function remove(row: int) {
        messages.removeMessage(row);
        rows.itemAt(Math.min(row, rows.count - 1)).forceActiveFocus(Qt.TabFocusReason);
    }

    Flickable {
        id: view
        anchors.fill: parent
        anchors.margins: 1
        contentHeight: column.height
        boundsBehavior: Flickable.StopAtBounds
        interactive: contentHeight > height
        clip: true
        ScrollBar.vertical: TkScrollBar {}

        Column {
            id: column
            width: view.width
            Repeater {
                id: rows
                model: root.messages
                MessageRow {
                    objectName: "message" + index
                    width: column.width
                    messages: root.messages
                    last: index === rows.count - 1
                    canRemove: index > 0 && rows.count > 2
                    least: last ? Math.max(72, view.height - y - add.height) : 52
                    onCursorMoved: (top, bottom) => root.reveal(top, bottom)
                    onRemoveWanted: root.remove(index)
                }
            }
            Item {
                id: add
                width: parent.width
                height: 30
                TkButton {
                    objectName: "addMessage"
                    x: 3
                    y: 3
                    kind: TkButton.Ghost
                    small: true
                    iconName: "plus"
                    text: qsTr("Message")
                    Accessible.name: qsTr("Add a message")
                    onClicked: {
                        root.messages.addMessage();
                        root.takeFocus();
                    }
                }
            }
        }
    }

    //! Scrolls so far that this stretch of the column is seen.
    function reveal(top: real, bottom: real) {
        if (bottom > view.contentY + view.height)
            view.contentY = bottom - view.height;
        if (top < view.contentY)
            view.contentY = top;
    }
}
