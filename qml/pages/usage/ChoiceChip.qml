// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import Tollkeeper.Ui
import Tollkeeper.ViewModels

//! A chip whose condition is ticked in a list.
FilterChip {
    id: root

    required property UsageChoiceList list

    value: list.summary
    isOpen: popup.visible
    removable: list.isSet
    onClicked: popup.visible ? popup.close() : popup.open()
    onRemoved: list.clear()

    function openChoices() {
        popup.open();
    }

    FilterPopup {
        id: popup
        objectName: "choicesPopup"
        list: root.list
        name: root.label
        onClosed: root.forceActiveFocus(Qt.PopupFocusReason)
    }
}
