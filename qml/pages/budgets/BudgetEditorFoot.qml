// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import Tollkeeper.Ui
import Tollkeeper.ViewModels

//! What is in the way of saving, and the buttons.
Item {
    id: root

    required property BudgetEditorViewModel editor
    property bool mustDecide: false
    readonly property string words: editor.problem !== "" ? editor.problem : mustDecide ? qsTr("Save or discard your changes first.") : ""

    implicitHeight: 53 + (problem.visible ? problem.height + 8 : 0)

    function takeFocus() {
        (save.enabled ? save : discard).forceActiveFocus(Qt.TabFocusReason);
    }

    Rectangle {
        width: parent.width
        height: parent.height
        radius: Theme.rLg
        color: Theme.bgSurface
    }
    Rectangle {
        width: parent.width
        height: 1
        color: Theme.line
    }
    SafeText {
        id: problem
        objectName: "budgetProblem"
        visible: text !== ""
        x: 16
        y: 9
        width: parent.width - 32
        text: root.words
        font: Theme.fontSmall
        color: Theme.danger
        wrapMode: Text.Wrap
        Accessible.role: Accessible.AlertMessage
        Accessible.name: text
    }
    TkButton {
        objectName: "pauseBudget"
        visible: !root.editor.isNew
        x: 4
        y: parent.height - 42
        kind: TkButton.Ghost
        enabled: root.editor.state !== BudgetEditorViewModel.Saving
        text: root.editor.isPaused ? qsTr("Resume budget") : qsTr("Pause budget")
        tip: root.editor.isPaused ? qsTr("It warns again") : qsTr("It counts on, and warns of nothing")
        onClicked: root.editor.togglePaused()
    }
    Row {
        x: parent.width - width - 16
        y: parent.height - 42
        spacing: 8
        TkButton {
            id: discard
            objectName: "discardBudget"
            enabled: root.editor.isNew || root.editor.isChanged
            text: qsTr("Discard")
            onClicked: root.editor.discard()
        }
        TkButton {
            id: save
            objectName: "saveBudget"
            kind: enabled ? TkButton.Primary : TkButton.Plain
            enabled: root.editor.canSave
            text: root.editor.isNew ? qsTr("Add budget") : qsTr("Save changes")
            onClicked: root.editor.save()
        }
    }
}
