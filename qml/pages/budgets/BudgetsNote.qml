// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import Tollkeeper.Ui
import Tollkeeper.ViewModels

//! What stands in the place of the list while there is none: read for the first time, no budget yet, or not readable.
Item {
    id: root

    required property BudgetsViewModel budgets

    signal newWanted

    SkeletonLines {
        objectName: "budgetsLoading"
        visible: root.budgets.state === BudgetsViewModel.Loading
        x: 14
        y: 22
        width: parent.width - 28
        text: qsTr("Reading the budgets")
    }
    Column {
        objectName: "budgetsEmpty"
        visible: root.budgets.state === BudgetsViewModel.Empty
        anchors.centerIn: parent
        spacing: 14
        EmptyNote {
            width: Math.min(420, root.width - 48)
            iconName: "gauge"
            lead: qsTr("No budget yet")
            text: qsTr("A budget compares what a team, a key, a model or everything spends in a day, week or month with a limit, and warns you before it is passed.")
        }
        TkButton {
            objectName: "firstBudget"
            anchors.horizontalCenter: parent.horizontalCenter
            iconName: "plus"
            text: qsTr("New budget")
            onClicked: root.newWanted()
        }
    }
    ProblemCard {
        objectName: "budgetsFailed"
        visible: root.budgets.state === BudgetsViewModel.Failed
        anchors.centerIn: parent
        width: Math.min(520, parent.width - 40)
        title: root.budgets.problemTitle
        text: root.budgets.problem
        onAgainWanted: root.budgets.reload()
    }
}
