// SPDX-License-Identifier: GPL-3.0-or-later
pragma ComponentBehavior: Bound
import QtQuick
import Tollkeeper.Ui
import Tollkeeper.ViewModels

//! The ledger's totals by day, model or key. The lines with what is not itemised add up to the total.
FocusScope {
    id: root

    required property SpendTableViewModel table
    readonly property bool hasLines: table.state === SpendTableViewModel.Ready
    readonly property var lines: table.lines
    property int current: -1

    signal provenanceWanted(var line)

    onLinesChanged: current = Math.min(current, lines.length - 1)

    TableColumns {
        id: columnLayout
        width: root.width
        columns: [
            { name: [qsTr("Day"), qsTr("Model"), qsTr("Key")][root.table.by], width: 260, stretch: true, leaves: 0 },
            { name: qsTr("Spend"), width: 110, isRight: true, leaves: 0 },
            { name: qsTr("Share of the total"), width: 210, leaves: 0 },
            { name: qsTr("BYOK"), width: 100, isRight: true, leaves: 3 },
            { name: qsTr("Requests"), width: 100, isRight: true, leaves: 0 },
            { name: qsTr("Tokens in"), width: 130, isRight: true, leaves: 2 },
            { name: qsTr("Tokens out"), width: 130, isRight: true, leaves: 1 }
        ]
    }
    TableHeader {
        id: head
        visible: root.hasLines
        width: parent.width
        layout: columnLayout
        sorted: root.table.by === SpendTableViewModel.Day ? 0 : 1
    }
    RowScroller {
        id: rows
        objectName: "spendRows"
        visible: root.hasLines
        y: head.height
        width: parent.width
        height: Math.min(count * rowHeight, parent.height - y - Theme.row - line.height)
        focus: true
        count: root.lines.length
        current: root.current
        Accessible.role: Accessible.Table
        Accessible.name: current < 0 ? qsTr("Totals") :
            //: %1 is a day, model or key, %2 what it cost
            qsTr("%1: %2").arg(root.lines[current].name).arg(root.lines[current].spend)
        onPicked: row => root.current = row
        onActivated: if (root.current >= 0)
            root.provenanceWanted(root.lines[root.current])
        onCopyWanted: Clipboard.copy(root.table.copied(root.current))

        Repeater {
            model: Math.max(0, Math.min(rows.size, rows.count - rows.first))
            SpendTableRow {
                required property int index
                objectName: "spendRow"
                y: index * Theme.row
                width: rows.width
                line: root.lines[rows.first + index] || root.table.total
                layout: columnLayout
                isCurrent: rows.first + index === root.current
                onPressed: {
                    root.current = rows.first + index;
                    rows.forceActiveFocus();
                    root.provenanceWanted(line);
                }
            }
        }
    }
    SpendTableRow {
        objectName: "spendTotal"
        visible: root.hasLines
        y: rows.y + rows.height
        width: parent.width
        line: root.table.total
        layout: columnLayout
        isTotal: true
        onPressed: root.provenanceWanted(line)
    }
    CountLine {
        id: line
        visible: root.hasLines
        y: parent.height - height
        width: parent.width
        count: qsTr("Totals of the ledger; press one to see where it comes from")
        missing: root.table.leftOut
    }
    SkeletonLines {
        objectName: "spendLoading"
        visible: root.table.state === SpendTableViewModel.Loading
        x: 14
        y: 22
        width: parent.width - 28
        text: qsTr("Reading the totals")
    }
    EmptyNote {
        objectName: "spendEmpty"
        visible: root.table.state === SpendTableViewModel.Empty
        anchors.centerIn: parent
        width: Math.min(420, parent.width - 48)
        iconName: "rows"
        lead: qsTr("Nothing was spent on these days")
        text: qsTr("No gateway has told any spend for them.")
    }
    ProblemCard {
        objectName: "spendFailed"
        visible: root.table.state === SpendTableViewModel.Failed
        anchors.centerIn: parent
        width: Math.min(520, parent.width - 40)
        title: root.table.problemTitle
        text: root.table.problem
        onAgainWanted: root.table.reload()
    }
}
