// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import Tollkeeper.Ui
import Tollkeeper.ViewModels

//! Which providers may answer, which not, and which are asked first.
FilterChip {
    id: root

    required property RoutingViewModel routing

    label: qsTr("Providers")
    value: routing.providersText
    isOpen: popup.visible
    onClicked: popup.visible ? popup.close() : popup.open()

    DropPanel {
        id: popup
        objectName: "providersPopup"
        width: 320
        padding: 12
        onOpened: only.takeFocus()
        onClosed: root.forceActiveFocus(Qt.PopupFocusReason)
        Column {
            width: parent.width
            spacing: 10
            NamedField {
                id: only
                fieldName: "onlyProviders"
                width: parent.width
                label: qsTr("Only these")
                value: root.routing.only
                onEdited: text => root.routing.only = text
            }
            NamedField {
                fieldName: "ignoredProviders"
                width: parent.width
                label: qsTr("Not these")
                value: root.routing.ignored
                onEdited: text => root.routing.ignored = text
            }
            NamedField {
                fieldName: "providerOrder"
                width: parent.width
                label: qsTr("In this order")
                value: root.routing.order
                onEdited: text => root.routing.order = text
            }
            TkCheck {
                objectName: "denyCollection"
                text: qsTr("None that train on what is sent")
                font: Theme.fontSmall
                checked: root.routing.deniesDataCollection
                onToggled: {
                    root.routing.deniesDataCollection = checked;
                    checked = Qt.binding(() => root.routing.deniesDataCollection);
                }
            }
            SafeText {
                width: parent.width
                text: qsTr("Names of providers, separated by commas. Empty: any.")
                font: Theme.fontCaption
                color: Theme.fg3
                wrapMode: Text.Wrap
            }
        }
    }
}
