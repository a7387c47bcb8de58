// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import Tollkeeper.Ui
import Tollkeeper.ViewModels

//! Only requests that cost at least so much.
FilterChip {
    id: root

    required property UsageFilterViewModel filter

    label: qsTr("Cost from")
    value: filter.costFrom
    hasChevron: false
    removable: filter.hasCostFrom
    isOpen: popup.visible
    onClicked: popup.visible ? popup.close() : popup.open()
    onRemoved: filter.chooseCostFrom("")

    DropPanel {
        id: popup
        objectName: "costPopup"
        width: 220
        padding: 12
        onAboutToShow: {
            amount.text = "";
            amount.hasError = false;
        }
        onOpened: amount.forceActiveFocus()
        onClosed: root.forceActiveFocus(Qt.PopupFocusReason)

        function take() {
            amount.hasError = !root.filter.chooseCostFrom(amount.text);
            if (!amount.hasError)
                close();
        }

        Column {
            width: parent.width
            spacing: 6
            SafeLabel {
                text: qsTr("Each request cost at least")
            }
            TkField {
                id: amount
                objectName: "costFrom"
                width: parent.width
                horizontalAlignment: TextInput.AlignRight
                placeholderText: root.filter.costFrom
                Accessible.name: qsTr("Each request cost at least")
                onAccepted: popup.take()
            }
            SafeText {
                width: parent.width
                text: amount.hasError ? qsTr("An amount such as 0.05") : qsTr("Billed and BYOK together")
                font: Theme.fontCaption
                color: amount.hasError ? Theme.danger : Theme.fg3
            }
            TkButton {
                objectName: "takeCost"
                small: true
                text: qsTr("Show these")
                onClicked: popup.take()
            }
        }
    }
}
