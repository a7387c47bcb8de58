// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import Tollkeeper.Ui
import Tollkeeper.ViewModels

//! What is said to the model, as messages or as the JSON that goes out.
Item {
    id: root

    required property ComposerViewModel composer

    signal extrasWanted

    function takeFocus() {
        if (composer.showsJson)
            json.takeFocus();
        else
            messages.takeFocus();
    }

    RequestBodyHead {
        id: head
        width: parent.width
        composer: root.composer
        onExtrasWanted: root.extrasWanted()
    }
    SafeText {
        id: problem
        objectName: "jsonProblem"
        readonly property string told: root.composer.showsJson ? root.composer.jsonProblem : root.composer.extrasProblem
        visible: text !== ""
        y: parent.height - height
        width: parent.width
        text: told === root.composer.obstacle ? "" : told // then it stands beside Send
        font: Theme.fontCaption
        color: Theme.danger
        wrapMode: Text.Wrap
        Accessible.role: Accessible.AlertMessage
        Accessible.name: text
    }
    MessageEditor {
        id: messages
        objectName: "messageEditor"
        visible: !root.composer.showsJson
        y: head.height + 9
        width: parent.width
        height: parent.height - y - (problem.visible ? problem.height + 4 : 0)
        messages: root.composer.messages
    }
    JsonEditor {
        id: json
        objectName: "jsonEditor"
        visible: root.composer.showsJson
        y: messages.y
        width: parent.width
        height: messages.height
        json: root.composer.json
        problemLine: root.composer.jsonProblemLine
        name: qsTr("Request as JSON")
        onEdited: text => root.composer.json = text
        onEditingEnded: root.composer.endJson()
    }
}
