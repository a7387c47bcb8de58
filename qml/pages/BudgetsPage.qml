// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import Tollkeeper.Ui
import Tollkeeper.ViewModels

//! Budgets and alerts: the budgets with their editor, the inbox, and the rules.
Item {
    id: root

    required property BudgetsViewModel budgets
    required property BudgetEditorViewModel editor
    required property RulesViewModel rules
    required property QuietHoursViewModel quiet
    property bool compact: false
    property int tab: 0 //!< 0 budgets, 1 inbox, 2 rules
    property alias budgetsTab: budgetsTab

    signal ruleWanted(int row)
    signal removeWanted

    BudgetsTab {
        id: budgetsTab
        objectName: "budgetsTab"
        anchors.fill: parent
        visible: root.tab === 0
        budgets: root.budgets
        editor: root.editor
        compact: root.compact
        onRemoveWanted: root.removeWanted()
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
        rules: root.rules
        quiet: root.quiet
        compact: root.compact
        onRuleWanted: row => root.ruleWanted(row)
    }
}
