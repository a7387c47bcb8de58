// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import Tollkeeper.Ui
import Tollkeeper.ViewModels

//! Messages or JSON, tools, and the request as a command or a program.
Item {
    id: root

    required property ComposerViewModel composer

    signal extrasWanted

    implicitHeight: 26

    TkSegment {
        id: segment
        objectName: "bodyView"
        name: qsTr("Shown as")
        options: [qsTr("Messages"), qsTr("JSON")]
        current: root.composer.showsJson ? 1 : 0
        onChosen: index => root.composer.showsJson = index === 1
    }
    TkButton {
        objectName: "addTool"
        x: segment.width + 8
        y: 1
        kind: TkButton.Ghost
        small: true
        iconName: root.composer.tools === "" && root.composer.responseSchema === "" ? "plus" : "pencil"
        text: root.composer.tools === "" && root.composer.responseSchema === "" ? qsTr("Tool") : qsTr("Tools")
        tip: qsTr("Tools and the form of the answer, as JSON")
        onClicked: root.extrasWanted()
    }
    TkButton {
        id: copyAs
        objectName: "copyAs"
        x: parent.width - width
        y: 1
        kind: TkButton.Ghost
        small: true
        text: qsTr("Copy as…")
        tip: qsTr("The request as a command or a program, without the key")
        onClicked: menu.open()
        KeyMenu {
            id: menu
            objectName: "copyAsMenu"
            name: qsTr("Copy the request as")
            width: 180
            x: copyAs.width - width
            onClosed: copyAs.forceActiveFocus(Qt.PopupFocusReason)
            actions: [
                { name: "curl", text: qsTr("cURL"), icon: "copy", enabled: true, tip: "" },
                { name: "python", text: qsTr("Python"), icon: "copy", enabled: true, tip: "" },
                { name: "node", text: qsTr("Node"), icon: "copy", enabled: true, tip: "" },
                { name: "http", text: qsTr("Raw HTTP"), icon: "copy", enabled: true, tip: "" }
            ]
            onChosen: name => Clipboard.copy(root.composer.copiedAs(["curl", "python", "node", "http"].indexOf(name)))
        }
    }
}
