// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import QtQuick.Controls.Basic
import Tollkeeper.Ui
import Tollkeeper.ViewModels

//! The model that is asked for, with its price.
AbstractButton {
    id: root

    required property ComposerViewModel composer
    readonly property bool isOpen: popup.visible

    implicitHeight: Theme.control
    hoverEnabled: true
    focusPolicy: Qt.StrongFocus
    Accessible.role: Accessible.ComboBox
    //: %1 is the name of a model
    Accessible.name: qsTr("Model: %1").arg(words.text)
    Accessible.description: price.text
    Accessible.onPressAction: root.clicked()
    Keys.onReturnPressed: root.clicked()
    Keys.onEnterPressed: root.clicked()
    Keys.onDownPressed: root.clicked()
    onClicked: popup.visible ? popup.close() : popup.open()

    function openList() {
        popup.open();
    }

    contentItem: null
    background: Rectangle {
        radius: Theme.r
        color: Theme.bgSurface
        border.width: root.activeFocus ? 2 : 1
        border.color: root.activeFocus ? Theme.focus : Theme.lineStrong
    }
    SafeText {
        id: words
        objectName: "pickedModel"
        x: 9
        width: price.x - x - 8
        height: parent.height
        text: root.composer.model === "" ? qsTr("Choose a model") : root.composer.model
        font: root.composer.model === "" ? Theme.fontBody : Theme.fontMono
        color: root.composer.model === "" ? Theme.fg3 : Theme.fg
        Accessible.ignored: true
    }
    SafeText {
        id: price
        objectName: "modelPrice"
        x: parent.width - 29 - width
        height: parent.height
        text: root.composer.modelPrice
        font: Theme.fontCaption
        color: Theme.fg2
        Accessible.ignored: true
    }
    Icon {
        x: parent.width - 22
        anchors.verticalCenter: parent.verticalCenter
        name: "down"
        size: 13
        colour: Theme.fg3
    }
    ModelPopup {
        id: popup
        objectName: "modelPopup"
        width: root.width
        models: root.composer.models
        note: root.composer.modelsNote
        current: root.composer.model
        onChosen: model => root.composer.model = model
        onClosed: root.forceActiveFocus(Qt.PopupFocusReason)
    }
}
