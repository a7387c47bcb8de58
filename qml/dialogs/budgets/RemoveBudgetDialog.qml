// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import Tollkeeper.Ui
import Tollkeeper.ViewModels

//! Asks before a budget is deleted.
TkPopup {
    id: root

    required property BudgetEditorViewModel editor

    width: 420
    height: body.height + 38 + 57
    onOpened: cancel.forceActiveFocus()

    Item {
        anchors.fill: parent
        Accessible.role: Accessible.Dialog
        Accessible.name: heading.title

        Column {
            id: body
            x: 20
            y: 18
            width: parent.width - 40
            DialogTitle {
                id: heading
                width: parent.width
                //: %1 is the name of a budget
                title: qsTr("Delete the budget %1?").arg(root.editor.title)
                text: qsTr("Its open alerts are closed and stay in the inbox. No spend is touched.")
            }
        }
        DialogFoot {
            y: parent.height - height
            width: parent.width
            TkButton {
                id: cancel
                objectName: "keepBudget"
                text: qsTr("Keep it")
                onClicked: root.close()
            }
            TkButton {
                objectName: "removeBudget"
                kind: TkButton.Destructive
                text: qsTr("Delete budget")
                onClicked: {
                    root.close();
                    root.editor.remove();
                }
            }
        }
    }
}
