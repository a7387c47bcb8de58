// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import Tollkeeper.Ui
import Tollkeeper.ViewModels

//! Sets when the Playground asks before it sends something dear.
TkPopup {
    id: root

    required property SendGuardViewModel guard

    width: 440
    height: body.height + 38 + 57
    onOpened: {
        guard.load();
        amount.takeFocus();
    }

    Connections {
        target: root.guard
        function onSaved() {
            root.close();
        }
    }
    Item {
        anchors.fill: parent
        Accessible.role: Accessible.Dialog
        Accessible.name: heading.title

        Column {
            id: body
            x: 20
            y: 18
            width: parent.width - 40
            spacing: 12
            DialogTitle {
                id: heading
                width: parent.width
                title: qsTr("Ask before sending")
                text: qsTr("Where the most a request may cost is above one of these, or no price is known. The amount counts in the gateway's own currency. An empty field asks nothing; with both empty nothing is ever asked.")
            }
            Row {
                width: parent.width
                spacing: 10
                NamedField {
                    id: amount
                    width: (parent.width - parent.spacing) / 2
                    label: qsTr("Amount")
                    fieldName: "guardAmount"
                    isNumber: true
                    placeholder: qsTr("no amount")
                    value: root.guard.amount
                    onEdited: text => root.guard.amount = text
                    onAccepted: root.guard.save()
                }
                NamedField {
                    width: amount.width
                    label: qsTr("% of what is left on cap or budget")
                    fieldName: "guardPercent"
                    isNumber: true
                    placeholder: qsTr("no share")
                    value: root.guard.percent
                    onEdited: text => root.guard.percent = text
                    onAccepted: root.guard.save()
                }
            }
            SafeText {
                objectName: "guardProblem"
                visible: text !== ""
                width: parent.width
                text: root.guard.problem
                font: Theme.fontSmall
                color: Theme.danger
                wrapMode: Text.Wrap
                Accessible.role: Accessible.AlertMessage
                Accessible.name: text
            }
        }
        DialogFoot {
            y: parent.height - height
            width: parent.width
            TkButton {
                objectName: "dropGuard"
                text: qsTr("Cancel")
                onClicked: root.close()
            }
            TkButton {
                objectName: "saveGuard"
                kind: TkButton.Primary
                text: qsTr("Save")
                onClicked: root.guard.save()
            }
        }
    }
}
