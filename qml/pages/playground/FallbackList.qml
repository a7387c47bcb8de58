// SPDX-License-Identifier: GPL-3.0-or-later
pragma ComponentBehavior: Bound
import QtQuick
import Tollkeeper.Ui
import Tollkeeper.ViewModels

//! The models to ask if the first one fails, in order: dragged by their handle, or moved with Alt and Up or Down.
Column {
    id: root

    required property ComposerViewModel composer
    readonly property bool isOpen: popup.visible

    spacing: 4

    function openList() {
        popup.open();
    }
    function move(from: int, to: int) {
        if (to < 0 || to >= rows.count || to === from)
            return;
        composer.moveFallback(from, to);
        rows.itemAt(to).forceActiveFocus(Qt.TabFocusReason);
    }

    //! The row that was removed had the keyboard: it goes to the one that is there now, else to "Add".
    function remove(place: int) {
        composer.removeFallback(place);
        const next = rows.itemAt(Math.min(place, rows.count - 1));
        if (next)
            next.forceActiveFocus(Qt.TabFocusReason);
        else
            add.forceActiveFocus(Qt.TabFocusReason);
    }

    Item {
        width: parent.width
        height: 18
        SafeLabel {
            y: 1
            text: qsTr("If it fails, try in this order")
        }
        TkButton {
            id: add
            objectName: "addFallback"
            x: parent.width - width
            y: -3
            small: true
            kind: TkButton.Link
            horizontalPadding: 2
            iconName: "plus"
            iconSize: 11
            text: qsTr("Add")
            Accessible.name: qsTr("Add a fallback model")
            onClicked: popup.open()
            ModelPopup {
                id: popup
                objectName: "fallbackPopup"
                x: add.width - width
                width: root.width
                models: root.composer.models
                note: root.composer.modelsNote
                onChosen: model => root.composer.addFallback(model)
                onClosed: add.forceActiveFocus(Qt.PopupFocusReason)
            }
        }
    }
    Repeater {
        id: rows
        model: root.composer.fallbacks
        FallbackRow {
            required property int index
            required property var modelData //!< ModelRow
            objectName: "fallback" + index
            width: root.width
            row: modelData
            place: index
            last: rows.count - 1
            onMoveWanted: to => root.move(index, to)
            onRemoveWanted: root.remove(index)
        }
    }
}
