// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import Tollkeeper.Ui
import Tollkeeper.ViewModels

//! Budgets and alerts: the budgets with their editor, the inbox, and the rules, with the dialogs that belong to them.
Item {
    id: root

    property BudgetReports reports
    property BudgetService budgets
    property RuleService rules
    property ChannelService channels
    required property AlertService alerts
    property string zone //!< reporting zone
    property string today //!< of that zone
    property bool compact: false
    property int tab: 0 //!< 0 budgets, 1 inbox, 2 rules
    readonly property bool hasDialog: ruleDialog.opened || removeDialog.opened
    readonly property bool isSettled: (!reports || (budgetList.state !== BudgetsViewModel.Loading && budgetEditor.preview.isSettled)) && (!rules || ruleList.state !== RulesViewModel.Loading)

    function beginBudget() {
        budgetsTab.beginNew();
    }
    function editRule(row: int) {
        ruleDialog.begin(row);
    }
    //! Shows one budget, wherever it is in the list.
    function showBudget(id: string) {
        budgetList.selectBudget(id);
        budgetsTab.editorOpen = true;
    }
    function closeAll() {
        ruleDialog.close();
        removeDialog.close();
        budgetsTab.editorOpen = false;
    }

    BudgetsViewModel {
        id: budgetList
        reports: root.reports
    }
    BudgetEditorViewModel {
        id: budgetEditor
        list: budgetList
        budgets: root.budgets
        channels: root.channels
    }
    RulesViewModel {
        id: ruleList
        rules: root.rules
        channels: root.channels
        zone: root.zone
        today: root.today
    }
    QuietHoursViewModel {
        id: quietHours
        alerts: root.alerts
    }

    BudgetsTab {
        id: budgetsTab
        objectName: "budgetsTab"
        anchors.fill: parent
        visible: root.tab === 0
        budgets: budgetList
        editor: budgetEditor
        compact: root.compact
        onRemoveWanted: removeDialog.open()
    }
    InboxTab {
        objectName: "inboxTab"
        anchors.fill: parent
        visible: root.tab === 1
        compact: root.compact
    }
    RulesTab {
        objectName: "rulesTab"
        anchors.fill: parent
        visible: root.tab === 2
        rules: ruleList
        quiet: quietHours
        compact: root.compact
        onRuleWanted: row => ruleDialog.begin(row)
    }
    RuleDialog {
        id: ruleDialog
        objectName: "ruleDialog"
        rules: ruleList
    }
    RemoveBudgetDialog {
        id: removeDialog
        objectName: "removeBudgetDialog"
        editor: budgetEditor
    }
}
