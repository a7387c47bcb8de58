// SPDX-License-Identifier: GPL-3.0-or-later
pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Controls.Basic
import Tollkeeper.Ui
import Tollkeeper.ViewModels

//! Finds what is known of a request by its id, here and at the gateway.
TkPopup {
    id: root

    required property LookUpViewModel lookUp
    readonly property bool canFind: !lookUp.isBusy && id.text.trim() !== "" && lookUp.account >= 0

    width: Math.min(620, parent ? parent.width - 56 : 620)
    height: Math.min(600, parent ? parent.height - 64 : 600)
    onOpened: id.forceActiveFocus()
    onClosed: {
        id.clear();
        lookUp.clear();
    }

    function find() {
        if (canFind)
            lookUp.find(id.text.trim());
    }

    Item {
        anchors.fill: parent
        Accessible.role: Accessible.Dialog
        Accessible.name: heading.title

        DialogTitle {
            id: heading
            x: 20
            y: 18
            width: parent.width - 40
            title: qsTr("Look up a request")
            text: qsTr("By its request or generation id. Looking up costs nothing.")
        }
        Row {
            id: question
            x: 20
            y: heading.y + heading.height + 14
            spacing: 8
            TkSelect {
                id: account
                objectName: "lookUpAccount"
                width: 170
                name: qsTr("Account")
                options: root.lookUp.accounts
                current: root.lookUp.account
                onChosen: index => root.lookUp.account = index
            }
            TkField {
                id: id
                objectName: "lookUpId"
                width: root.width - 40 - account.width - find.width - 16
                mono: true
                placeholderText: qsTr("Request or generation id")
                Accessible.name: qsTr("Request or generation id")
                onAccepted: root.find()
            }
            TkButton {
                id: find
                objectName: "findRequest"
                kind: TkButton.Primary
                enabled: root.canFind
                iconName: "search"
                iconSize: 14
                text: qsTr("Find")
                onClicked: root.find()
            }
        }
        SafeText {
            objectName: "lookUpProblem"
            visible: text !== ""
            x: 20
            y: question.y + question.height + 14
            width: parent.width - 40
            text: root.lookUp.isBusy ? qsTr("Asking the gateway…") : root.lookUp.problem
            font: Theme.fontSmall
            color: root.lookUp.isBusy ? Theme.fg2 : Theme.danger
            wrapMode: Text.Wrap
            Accessible.role: Accessible.AlertMessage
            Accessible.name: text
        }
        ResultScroll {
            objectName: "foundRequest"
            visible: root.lookUp.hasFound && !root.lookUp.isBusy
            x: 20
            y: question.y + question.height + (root.lookUp.problem === "" ? 14 : 44)
            width: parent.width - 40
            height: foot.y - y
            contentHeight: found.height + 16
            name: root.lookUp.title
            Column {
                id: found
                width: parent.width
                spacing: 4
                SafeText {
                    objectName: "foundTitle"
                    width: parent.width
                    bottomPadding: 4
                    text: root.lookUp.title
                    font: Theme.fontHeading
                    wrapMode: Text.Wrap
                    Accessible.role: Accessible.Heading
                    Accessible.name: text
                }
                Repeater {
                    model: root.lookUp.facts
                    IdRow {
                        required property var modelData //!< IdLine
                        objectName: "foundFact"
                        width: found.width - 12
                        name: modelData.name
                        value: modelData.value
                        isId: modelData.isId
                        onCopyWanted: Clipboard.copy(modelData.value)
                    }
                }
                RailHeading {
                    visible: root.lookUp.attempts.length > 0
                    width: parent.width
                    implicitHeight: 34
                    title: qsTr("Route")
                }
                AttemptTimeline {
                    objectName: "foundAttempts"
                    width: parent.width - 12
                    isWide: true
                    attempts: root.lookUp.attempts
                }
            }
        }
        DialogFoot {
            id: foot
            y: parent.height - height
            width: parent.width
            TkButton {
                objectName: "closeLookUp"
                text: qsTr("Close")
                onClicked: root.close()
            }
        }
    }
}
