// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import Tollkeeper.Ui
import Tollkeeper.ViewModels

//! Tools that the model may call, and the form its answer must have, as JSON.
TkPopup {
    id: root

    required property ComposerViewModel composer

    width: Math.min(640, parent ? parent.width - 56 : 640)
    height: Math.min(600, parent ? parent.height - 64 : 600)
    onOpened: tools.takeFocus()

    Item {
        anchors.fill: parent
        Accessible.role: Accessible.Dialog
        Accessible.name: heading.title

        DialogTitle {
            id: heading
            x: 20
            y: 18
            width: parent.width - 40
            title: qsTr("Tools and form of the answer")
            text: qsTr("Both are sent as they stand here. Empty: neither is sent. Tools are not run: the calls a model asks for are shown in the response.")
        }
        SafeLabel {
            id: toolsLabel
            x: 20
            y: heading.y + heading.height + 14
            text: qsTr("Tools, a JSON list")
        }
        JsonEditor {
            id: tools
            objectName: "toolsJson"
            x: 20
            y: toolsLabel.y + 20
            width: parent.width - 40
            height: Math.floor((problem.y - 10 - y - 30) / 2)
            enabled: !root.composer.saysMore
            json: root.composer.tools
            problemLine: root.composer.toolsProblemLine
            name: qsTr("Tools as JSON")
            placeholder: "[{ \"type\": \"function\", … }]"
            onEdited: text => root.composer.tools = text
        }
        SafeLabel {
            id: schemaLabel
            x: 20
            y: tools.y + tools.height + 10
            text: qsTr("Form of the answer, a JSON schema")
        }
        JsonEditor {
            objectName: "schemaJson"
            x: 20
            y: schemaLabel.y + 20
            width: parent.width - 40
            height: tools.height
            enabled: !root.composer.saysMore
            json: root.composer.responseSchema
            problemLine: root.composer.schemaProblemLine
            name: qsTr("Form of the answer as JSON")
            placeholder: "{ \"type\": \"object\", … }"
            onEdited: text => root.composer.responseSchema = text
        }
        SafeText {
            id: problem
            objectName: "extrasProblem"
            x: 20
            y: foot.y - 8 - height
            width: parent.width - 40
            height: Math.max(18, implicitHeight)
            text: root.composer.saysMore ? root.composer.jsonNote : root.composer.extrasProblem
            font: Theme.fontCaption
            color: root.composer.saysMore ? Theme.fg2 : Theme.danger
            wrapMode: Text.Wrap
            Accessible.role: Accessible.AlertMessage
            Accessible.name: text
        }
        DialogFoot {
            id: foot
            y: parent.height - height
            width: parent.width
            TkButton {
                objectName: "clearExtras"
                enabled: !root.composer.saysMore && (root.composer.tools !== "" || root.composer.responseSchema !== "")
                text: qsTr("Clear both")
                onClicked: {
                    root.composer.tools = "";
                    root.composer.responseSchema = "";
                }
            }
            TkButton {
                objectName: "closeExtras"
                kind: TkButton.Primary
                text: qsTr("Done")
                onClicked: root.close()
            }
        }
    }
}
