// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import Tollkeeper.Ui
import Tollkeeper.ViewModels

//! Sets the monthly budget for everything.
TkPopup {
    id: root

    required property BudgetService budgets
    required property string currency
    property string limit //!< the present one, to type over
    property bool countsByok: false

    width: 420
    height: body.implicitHeight + 20 + 57

    onAboutToShow: {
        budget.reset();
        amount.text = root.limit;
        byok.checked = root.countsByok;
        amount.selectAll();
        amount.forceActiveFocus();
    }

    BudgetViewModel {
        id: budget
        budgets: root.budgets
        currency: root.currency
        onStateChanged: if (state === BudgetViewModel.Saved)
            root.close()
    }

    Item {
        anchors.fill: parent
        Accessible.role: Accessible.Dialog
        Accessible.name: heading.text

        Column {
            id: body
            x: 20
            y: 20
            width: parent.width - 40
            spacing: 0
            SafeText {
                id: heading
                width: parent.width
                height: 24
                text: root.limit === "" ? qsTr("Set a monthly budget") : qsTr("Change the monthly budget")
                font: Theme.fontTitle
            }
            SafeText {
                width: parent.width
                topPadding: 6
                bottomPadding: 14
                text: qsTr("For the spend of all accounts in a calendar month. It warns at 50, 80 and 100 percent; only a cap at the gateway stops.")
                color: Theme.fg2
                wrapMode: Text.Wrap
                lineHeight: 20
                lineHeightMode: Text.FixedHeight
            }
            SafeLabel {
                text: qsTr("Budget for a month")
                height: 21
            }
            TkMoneyField {
                id: amount
                objectName: "budgetAmount"
                width: parent.width
                currency: root.currency
                placeholderText: qsTr("4,800 or 4.8k")
                hasError: budget.state === BudgetViewModel.Failed
                Accessible.name: qsTr("Budget for a month")
                onTextEdited: budget.reset()
                onAccepted: save.clicked()
            }
            SafeText {
                objectName: "budgetHint"
                readonly property string readBack: budget.readBack(amount.text)
                width: parent.width
                height: 24
                text: budget.state === BudgetViewModel.Failed ? budget.problem : readBack === "" ? "" :
                    //: %1 is money
                    qsTr("%1 a month").arg(readBack)
                font: Theme.fontCaption
                color: budget.state === BudgetViewModel.Failed ? Theme.danger : Theme.fg3
            }
            TkCheck {
                id: byok
                objectName: "budgetByok"
                text: qsTr("Count BYOK spend, billed by the providers, too")
            }
            Item {
                width: 1
                height: 14
            }
        }
        Rectangle {
            y: parent.height - 57
            width: parent.width
            height: 1
            color: Theme.line
        }
        Row {
            x: parent.width - width - 20
            y: parent.height - 43
            spacing: 8
            TkButton {
                objectName: "budgetCancel"
                text: qsTr("Cancel")
                onClicked: root.close()
            }
            TkButton {
                id: save
                objectName: "budgetSave"
                kind: TkButton.Primary
                enabled: budget.state !== BudgetViewModel.Saving
                text: qsTr("Save budget")
                onClicked: budget.save(amount.text, byok.checked)
            }
        }
    }
}
