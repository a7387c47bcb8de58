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
    required property InboxViewModel inbox
    property string zone //!< reporting zone
    property string today //!< of that zone
    property bool compact: false
    property int tab: 0 //!< 0 budgets, 1 inbox, 2 rules
    property alias inboxTab: inboxTab
    readonly property bool hasDialog: ruleDialog.opened || removeDialog.opened || channelsDialog.opened
    readonly property bool isSettled: (!reports || (budgetList.state !== BudgetsViewModel.Loading && budgetEditor.preview.isSettled)) && (!rules || ruleList.state !== RulesViewModel.Loading) && (!inbox.reports || (inbox.state !== InboxViewModel.Loading && inbox.details.isSettled))

    function beginBudget() {
        budgetsTab.beginNew();
    }
    function editRule(row: int) {
        ruleDialog.begin(row);
    }
    function editRuleOf(kind: string) {
        const row = ruleList.rowOf(kind);
        if (row >= 0)
            ruleDialog.begin(row);
    }
    function showChannels() {
        channelsDialog.open();
    }
    //! Shows one budget, wherever it is in the list.
    function showBudget(id: string) {
        budgetList.selectBudget(id);
        budgetsTab.openEditor();
    }
    function closeAll() {
        ruleDialog.close();
        removeDialog.close();
        channelsDialog.close();
        budgetsTab.editorOpen = false;
        inboxTab.detailsOpen = false;
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
        id: inboxTab
        objectName: "inboxTab"
        anchors.fill: parent
        visible: root.tab === 1
        inbox: root.inbox
        compact: root.compact
        onChannelsWanted: channelsDialog.open()
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
    ChannelsDialog {
        id: channelsDialog
        objectName: "channelsDialog"
        service: root.channels
    }
}
