// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import Tollkeeper.Ui
import Tollkeeper.ViewModels

//! The model, and those to ask if it fails.
Column {
    id: root

    required property ComposerViewModel composer
    readonly property bool hasPopup: picker.isOpen || fallbacks.isOpen

    spacing: 9

    function openModels() {
        picker.openList();
    }
    function openFallbacks() {
        fallbacks.openList();
    }

    Item {
        width: parent.width
        height: 49
        FieldHead {
            width: parent.width
            text: qsTr("Model")
            note: qsTr("input / output per million tokens")
        }
        ModelPicker {
            id: picker
            objectName: "modelPicker"
            y: 19
            width: parent.width
            composer: root.composer
        }
    }
    FallbackList {
        id: fallbacks
        objectName: "fallbackList"
        width: parent.width
        composer: root.composer
    }
}
