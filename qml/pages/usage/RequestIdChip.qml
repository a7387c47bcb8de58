// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import Tollkeeper.Ui
import Tollkeeper.ViewModels

//! One request by its id.
FilterChip {
    id: root

    required property UsageFilterViewModel filter

    label: qsTr("Request id")
    value: filter.requestId === "" ? qsTr("Any") : filter.requestId
    removable: filter.requestId !== ""
    isOpen: popup.visible
    onClicked: popup.visible ? popup.close() : popup.open()
    onRemoved: filter.requestId = ""

    function openChoices() {
        popup.open();
    }

    DropPanel {
        id: popup
        objectName: "requestIdPopup"
        width: 300
        padding: 12
        onAboutToShow: field.text = root.filter.requestId
        onOpened: field.forceActiveFocus()
        onClosed: root.forceActiveFocus(Qt.PopupFocusReason)

        Column {
            width: parent.width
            spacing: 6
            SafeLabel {
                text: qsTr("Generation or request id, whole")
            }
            TkField {
                id: field
                objectName: "requestId"
                width: parent.width
                mono: true
                Accessible.name: qsTr("Generation or request id, whole")
                onAccepted: {
                    root.filter.requestId = text;
                    popup.close();
                }
            }
        }
    }
}
