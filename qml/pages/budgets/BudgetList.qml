// SPDX-License-Identifier: GPL-3.0-or-later
pragma ComponentBehavior: Bound
import QtQuick
import Tollkeeper.Ui
import Tollkeeper.ViewModels

//! All budgets with where they stand, and what a budget is.
Panel {
    id: root

    required property BudgetsViewModel budgets
    property bool isNarrow: false
    readonly property var rows: budgets.rows
    readonly property bool hasRows: budgets.state === BudgetsViewModel.Ready

    signal newWanted
    signal selectWanted(int row)
    signal editorWanted

    title: qsTr("Budgets")
    note: budgets.summary
    updating: budgets.isUpdating && budgets.state !== BudgetsViewModel.Loading

    function takeFocus() {
        scroller.forceActiveFocus(Qt.TabFocusReason);
    }

    actions: TkButton {
        objectName: "newBudget"
        anchors.verticalCenter: parent ? parent.verticalCenter : undefined
        small: true
        iconName: "plus"
        text: qsTr("New budget")
        tip: qsTr("New budget (Ctrl+N)")
        onClicked: root.newWanted()
    }
    TableColumns {
        id: columnLayout
        width: root.width - 2
        columns: [
            { name: qsTr("Budget"), width: 136, stretch: true, leaves: 0 },
            { name: qsTr("Period"), width: 92, leaves: 2, isHidden: root.isNarrow },
            { name: qsTr("Spent"), width: 84, isRight: true, leaves: 0 },
            { name: root.budgets.thresholdsTitle, width: 116, leaves: 0 },
            { name: qsTr("Used"), width: 64, isRight: true, leaves: 0, isHidden: root.isNarrow },
            { name: qsTr("Forecast"), width: 64, isRight: true, leaves: 1, isHidden: root.isNarrow },
            { name: qsTr("Outlook"), width: 128, leaves: 0 }
        ]
    }
    TableHeader {
        id: head
        objectName: "budgetsHead"
        visible: root.hasRows
        width: parent.width
        layout: columnLayout
    }
    RowScroller {
        id: scroller
        objectName: "budgetRows"
        visible: root.hasRows
        y: head.height
        width: parent.width
        height: Math.min(count * rowHeight, foot.y - y)
        rowHeight: Theme.row2line
        count: root.rows.length
        current: root.budgets.current
        Accessible.role: Accessible.Table
        Accessible.name: current < 0 ? qsTr("Budgets; Enter opens one") :
            //: %1 is the number of a row, %2 how many there are, %3 what it says
            qsTr("Budgets, row %1 of %2: %3").arg(current + 1).arg(count).arg(root.rows[current].spoken)
        onPicked: row => root.selectWanted(row)
        onActivated: root.editorWanted()
        onCopyWanted: Clipboard.copy(root.budgets.copied(current))

        Repeater {
            model: Math.max(0, Math.min(scroller.size, scroller.count - scroller.first))
            BudgetRow {
                required property int index
                readonly property int row: scroller.first + index
                objectName: "budgetRow"
                y: index * Theme.row2line
                width: scroller.width
                cells: root.rows[row] || root.rows[0]
                layout: columnLayout
                isCurrent: row === root.budgets.current
                onPressed: {
                    scroller.forceActiveFocus();
                    root.selectWanted(row);
                    if (root.isNarrow)
                        root.editorWanted();
                }
            }
        }
        HoverHandler {
            onHoveredChanged: root.budgets.holdsOrder = hovered
        }
    }
    BudgetsNote {
        anchors.fill: parent
        anchors.bottomMargin: foot.height
        budgets: root.budgets
        onNewWanted: root.newWanted()
    }
    BudgetsFoot {
        id: foot
        y: parent.height - height
        width: parent.width
    }
}
