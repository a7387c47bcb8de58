// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import Tollkeeper.Ui
import Tollkeeper.ViewModels

//! Temperature, tokens, top p, timeout and streaming, and what is wrong with them.
Column {
    id: root

    required property ComposerViewModel composer
    readonly property real fieldWidth: Math.floor((width - 41 - 32) / 4)

    spacing: 4

    Row {
        spacing: 8
        NamedField {
            fieldName: "temperature"
            enabled: !root.composer.saysMore
            width: root.fieldWidth
            isNumber: true
            label: qsTr("Temperature")
            placeholder: qsTr("default")
            value: root.composer.temperature
            hasError: root.composer.parameterAtFault === "temperature"
            onEdited: text => root.composer.temperature = text
        }
        NamedField {
            fieldName: "maxTokens"
            enabled: !root.composer.saysMore
            width: root.fieldWidth
            isNumber: true
            label: qsTr("Max tokens")
            value: root.composer.maxTokens
            hasError: root.composer.parameterAtFault === "maxTokens"
            onEdited: text => root.composer.maxTokens = text
        }
        NamedField {
            fieldName: "topP"
            enabled: !root.composer.saysMore
            width: root.fieldWidth
            isNumber: true
            label: qsTr("Top p")
            placeholder: qsTr("default")
            value: root.composer.topP
            hasError: root.composer.parameterAtFault === "topP"
            onEdited: text => root.composer.topP = text
        }
        NamedField {
            fieldName: "timeout"
            width: root.fieldWidth
            isNumber: true
            label: qsTr("Timeout, s")
            value: root.composer.timeout
            hasError: root.composer.parameterAtFault === "timeout"
            onEdited: text => root.composer.timeout = text
        }
        Column {
            spacing: 3
            SafeLabel {
                text: qsTr("Stream")
            }
            TkSwitch {
                objectName: "streams"
                height: Theme.control
                isOn: root.composer.streams
                Accessible.name: qsTr("Stream the answer")
                onClicked: root.composer.streams = !root.composer.streams
            }
        }
    }
    SafeText {
        objectName: "parameterProblem"
        visible: text !== ""
        width: parent.width
        text: root.composer.parameterProblem
        font: Theme.fontCaption
        color: Theme.danger
        wrapMode: Text.Wrap
        Accessible.role: Accessible.AlertMessage
        Accessible.name: text
    }
}
