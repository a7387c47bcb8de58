// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import Tollkeeper.Ui
import Tollkeeper.ViewModels

//! The list of budgets and the editor beside it. In a small window the editor is a second page with a way back.
Item {
    id: root

    required property BudgetsViewModel budgets
    required property BudgetEditorViewModel editor
    property bool compact: false
    property bool editorOpen: false //!< in a small window: the editor is shown, not the list
    readonly property bool hasEditor: editor.state !== BudgetEditorViewModel.Closed
    readonly property bool showsEditor: hasEditor && (!compact || editorOpen)
    readonly property int side: compact ? 14 : 20
    readonly property int pad: compact ? 12 : 16

    signal removeWanted

    function beginNew() {
        if (editor.isChanged)
            return pane.askToDecide();
        editor.beginNew();
        editorOpen = true;
        pane.takeFocus();
    }
    function select(row: int) {
        if (row === budgets.current)
            return;
        if (editor.isChanged)
            return pane.askToDecide();
        budgets.current = row;
    }
    function openEditor() {
        if (!hasEditor)
            return;
        editorOpen = true;
        pane.takeFocus();
    }
    function goBack() {
        if (editor.isChanged)
            return pane.askToDecide();
        editorOpen = false;
        list.takeFocus();
    }
    //! With the first budget, or the one that is selected.
    function showEditor() {
        if (budgets.current < 0)
            budgets.current = 0;
        editorOpen = true;
    }

    Connections {
        target: root.budgets
        function onRowsChanged() {
            // beside the list there is room for one: the first
            if (!root.compact && root.budgets.current < 0 && root.budgets.rows.length > 0 && !root.hasEditor)
                root.budgets.current = 0;
        }
    }
    Connections {
        target: root.editor
        function onRemoved() {
            root.editorOpen = false;
        }
    }
    BudgetList {
        id: list
        objectName: "budgetList"
        visible: !root.compact || !root.showsEditor
        x: root.side
        y: root.pad
        width: root.width - 2 * root.side - (root.showsEditor && !root.compact ? 448 + 14 : 0)
        height: root.height - 2 * root.pad
        budgets: root.budgets
        isNarrow: root.compact
        onNewWanted: root.beginNew()
        onSelectWanted: row => root.select(row)
        onEditorWanted: root.openEditor()
    }
    BudgetEditor {
        id: pane
        objectName: "budgetEditor"
        visible: root.showsEditor
        x: root.compact ? root.side : root.width - width - root.side
        y: root.pad
        width: root.compact ? root.width - 2 * root.side : 448
        height: root.height - 2 * root.pad
        editor: root.editor
        hasBack: root.compact
        onBackWanted: root.goBack()
        onRemoveWanted: root.removeWanted()
    }
}
