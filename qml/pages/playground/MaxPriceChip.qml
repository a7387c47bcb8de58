// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import Tollkeeper.Ui
import Tollkeeper.ViewModels

//! The most that a provider may ask for a million tokens.
FilterChip {
    id: root

    required property RoutingViewModel routing

    label: qsTr("Max price")
    value: routing.maxPriceText
    isOpen: popup.visible
    onClicked: popup.visible ? popup.close() : popup.open()

    DropPanel {
        id: popup
        objectName: "maxPricePopup"
        width: 260
        padding: 12
        onOpened: input.takeFocus()
        onClosed: root.forceActiveFocus(Qt.PopupFocusReason)
        Column {
            width: parent.width
            spacing: 8
            Row {
                spacing: 8
                NamedField {
                    id: input
                    fieldName: "maxInputPrice"
                    width: 114
                    label: qsTr("Input")
                    value: root.routing.maxInputPrice
                    isNumber: true
                    onEdited: text => root.routing.maxInputPrice = text
                }
                NamedField {
                    fieldName: "maxOutputPrice"
                    width: 114
                    label: qsTr("Output")
                    value: root.routing.maxOutputPrice
                    isNumber: true
                    onEdited: text => root.routing.maxOutputPrice = text
                }
            }
            SafeText {
                width: parent.width
                text: root.routing.problem !== "" ? root.routing.problem : qsTr("USD for a million tokens. Empty: no limit.")
                font: Theme.fontCaption
                color: root.routing.problem !== "" ? Theme.danger : Theme.fg3
                wrapMode: Text.Wrap
            }
        }
    }
}
