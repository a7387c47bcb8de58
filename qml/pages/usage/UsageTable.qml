// SPDX-License-Identifier: GPL-3.0-or-later
pragma ComponentBehavior: Bound
import QtQuick
import Tollkeeper.Ui
import Tollkeeper.ViewModels

//! The requests, newest first. Only the rows that can be seen exist.
FocusScope {
    id: root

    required property UsageViewModel usage

    readonly property int firstShown: rows.count === 0 ? 0 : rows.first + 1
    readonly property int lastShown: rows.lastShown

    signal detailsWanted

    function takeFocus() {
        rows.forceActiveFocus(Qt.TabFocusReason);
    }

    TableColumns {
        id: columnLayout
        width: root.width
        columns: {
            root.usage.zone; // the first column names it
            const name = column => root.usage.rows.name(column);
            return [
                { name: name(UsageColumn.Time), width: root.usage.hasDays ? 124 : 104, leaves: 0 },
                { name: name(UsageColumn.Key), width: 146, stretch: true, leaves: 0 },
                { name: name(UsageColumn.Requested), width: 130, stretch: true, leaves: 0 },
                { name: name(UsageColumn.Served), width: 120, stretch: true, leaves: 0 },
                { name: name(UsageColumn.Provider), width: 114, leaves: 3 },
                { name: name(UsageColumn.Status), width: 136, leaves: 0 },
                { name: name(UsageColumn.Input), width: 58, isRight: true, leaves: 0 },
                { name: name(UsageColumn.Output), width: 54, isRight: true, leaves: 2 },
                { name: name(UsageColumn.Cost), width: 78, isRight: true, leaves: 0 },
                { name: name(UsageColumn.FirstByte), width: 72, isRight: true, leaves: 1 },
                { name: name(UsageColumn.Total), width: 68, isRight: true, leaves: 0 },
                { name: name(UsageColumn.Generation), width: 102, leaves: 4 }
            ];
        }
    }
    TableHeader {
        id: head
        objectName: "usageHead"
        width: parent.width
        layout: columnLayout
        sorted: UsageColumn.Time
    }
    RowScroller {
        id: rows
        objectName: "usageRows"
        y: head.height
        width: parent.width
        height: parent.height - y
        focus: true
        count: root.usage.rows.rows
        current: root.usage.currentRow
        Accessible.role: Accessible.Table
        Accessible.name: current < 0 ? qsTr("Requests") :
            //: %1 is the number of a row, %2 how many there are, %3 what it says
            qsTr("Requests, row %1 of %2: %3").arg(current + 1).arg(count).arg(root.usage.details.cells.spoken)
        onPicked: row => root.usage.currentRow = row
        onActivated: root.detailsWanted()
        onCopyWanted: Clipboard.copy(root.usage.rows.copied(root.usage.currentRow))

        Repeater {
            model: RowWindow {
                source: root.usage.rows
                first: rows.first
                size: rows.size
            }
            delegate: UsageTableRow {
                required property var model
                objectName: "usageRow"
                y: index * Theme.row
                width: rows.width
                cells: model.cells
                layout: columnLayout
                isCurrent: rows.first + index === root.usage.currentRow
                onPressed: {
                    root.usage.currentRow = rows.first + index;
                    rows.forceActiveFocus();
                    root.detailsWanted();
                }
            }
        }
    }
    Connections {
        target: root.usage.rows
        function onReplaced(first: int) {
            if (first !== rows.first)
                rows.scrollTo(first + rows.offset - rows.first);
        }
    }
}
