// SPDX-License-Identifier: GPL-3.0-or-later
pragma ComponentBehavior: Bound
import QtQuick
import Tollkeeper.Ui
import Tollkeeper.ViewModels

//! The keys and what they come to. Beside the drawer it is the narrow one.
FocusScope {
    id: root

    required property KeysViewModel keys
    property bool isWide: true
    readonly property var rows: keys.rows

    signal detailsWanted
    signal menuWanted

    function takeFocus() {
        scroller.forceActiveFocus(Qt.TabFocusReason);
    }

    Keys.onPressed: event => {
        event.accepted = true;
        if (event.key === Qt.Key_Space && scroller.activeFocus)
            root.keys.togglePicked(scroller.current);
        else if (event.key === Qt.Key_A && (event.modifiers & Qt.ControlModifier))
            root.keys.pickShown();
        else if (event.key === Qt.Key_Escape && root.keys.picked.length > 0)
            root.keys.clearPicked();
        else if (event.key === Qt.Key_Menu || (event.key === Qt.Key_F10 && (event.modifiers & Qt.ShiftModifier)))
            root.menuWanted();
        else
            event.accepted = false;
    }

    TableColumns {
        id: columnLayout
        width: root.width
        // Without the drawer columns leave in this order in a narrow window; beside it only these six stay.
        columns: [
            { name: qsTr("Key"), width: root.isWide ? 168 : 150, stretch: true, leaves: 0 },
            { name: qsTr("Env"), width: 76, leaves: 7, isHidden: !root.isWide },
            { name: qsTr("Team, owner"), width: 102, leaves: 4, isHidden: !root.isWide },
            { name: qsTr("Today"), width: root.isWide ? 76 : 72, isRight: true, leaves: 0 },
            { name: qsTr("7 days"), width: 84, isRight: true, leaves: 1, isHidden: !root.isWide },
            { name: root.keys.month, width: 84, isRight: true, leaves: 0 },
            { name: qsTr("Spend against cap"), width: root.isWide ? 156 : 164, leaves: 0 },
            { name: qsTr("Resets"), width: 64, leaves: 2, isHidden: !root.isWide },
            { name: qsTr("Last used"), width: 80, leaves: 3, isHidden: !root.isWide },
            { name: root.isWide ? qsTr("Age, rotation") : qsTr("Rotation due"), width: root.isWide ? 98 : 104, leaves: root.isWide ? 5 : 0 },
            { name: qsTr("Expires"), width: 64, leaves: 6, isHidden: !root.isWide },
            { name: qsTr("Hygiene"), width: 130, leaves: 0 }
        ]
    }
    TableHeader {
        id: head
        objectName: "keysHead"
        width: parent.width
        layout: columnLayout
        sorted: root.keys.column
        isDescending: root.keys.isDescending
        canSort: true
        onSortWanted: column => root.keys.sortBy(column)
    }
    RowScroller {
        id: scroller
        objectName: "keysRows"
        y: head.height
        width: parent.width
        height: Math.min(count * rowHeight, parent.height - y - total.height)
        rowHeight: Theme.row2line
        focus: true
        count: root.rows.length
        current: root.keys.current
        Accessible.role: Accessible.Table
        Accessible.name: current < 0 ? qsTr("Keys; Space picks several for one change") :
            //: %1 is the number of a row, %2 how many there are, %3 what it says
            qsTr("Keys, row %1 of %2: %3").arg(current + 1).arg(count).arg(root.rows[current].spoken)
        onPicked: row => root.keys.current = row
        onActivated: root.detailsWanted()
        onCopyWanted: Clipboard.copy(root.keys.copied(current))

        Repeater {
            model: Math.max(0, Math.min(scroller.size, scroller.count - scroller.first))
            KeysTableRow {
                required property int index
                readonly property int row: scroller.first + index
                objectName: "keyRow"
                y: index * Theme.row2line
                width: scroller.width
                cells: root.rows[row] || root.keys.details.cells
                layout: columnLayout
                isWide: root.isWide
                isCurrent: row === root.keys.current
                onPressed: {
                    root.keys.current = row;
                    scroller.forceActiveFocus();
                    root.detailsWanted();
                }
                onPickWanted: {
                    scroller.forceActiveFocus();
                    root.keys.togglePicked(row);
                }
                onMenuWanted: {
                    root.keys.current = row;
                    scroller.forceActiveFocus();
                    root.menuWanted();
                }
            }
        }
        HoverHandler {
            onHoveredChanged: root.keys.holdsOrder = hovered
        }
    }
    KeysSumRow {
        id: total
        objectName: "keysSum"
        y: scroller.y + scroller.height
        width: parent.width
        sums: root.keys.sums
        layout: columnLayout
        isWide: root.isWide
    }
}
