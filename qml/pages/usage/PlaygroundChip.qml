// SPDX-License-Identifier: GPL-3.0-or-later
pragma ComponentBehavior: Bound
import QtQuick
import Tollkeeper.Ui
import Tollkeeper.ViewModels

//! What becomes of the requests that were sent from the Playground.
FilterChip {
    id: root

    required property UsageFilterViewModel filter

    label: qsTr("Playground")
    value: filter.nameOfPlayground(filter.playground)
    removable: filter.playground !== "with"
    isOpen: popup.visible
    onClicked: popup.visible ? popup.close() : popup.open()
    onRemoved: filter.choosePlayground("with")

    function openChoices() {
        popup.open();
    }

    DropPanel {
        id: popup
        objectName: "playgroundPopup"
        width: 160
        onOpened: words.forceActiveFocus()
        onClosed: root.forceActiveFocus(Qt.PopupFocusReason)

        ListView {
            id: words
            width: parent.width
            height: contentHeight
            interactive: false
            keyNavigationEnabled: true
            model: root.filter.playgroundWords
            Accessible.role: Accessible.List
            Accessible.name: qsTr("Requests of the Playground")
            delegate: CheckLine {
                required property string modelData
                objectName: "playground-" + modelData
                width: ListView.view.width
                isRadio: true
                focus: true
                text: root.filter.nameOfPlayground(modelData)
                checked: root.filter.playground === modelData
                onClicked: {
                    root.filter.choosePlayground(modelData);
                    popup.close();
                }
            }
        }
    }
}
