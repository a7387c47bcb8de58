// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import Tollkeeper.Ui
import Tollkeeper.ViewModels

//! Deletes a key at its gateway once its name is typed, or switches it off instead.
TkPopup {
    id: root

    required property KeyService keyService
    readonly property bool isWorking: removal.state === KeyRemovalViewModel.Working

    width: 420
    height: body.height + 38 + 57
    closePolicy: isWorking ? TkPopup.NoAutoClose : TkPopup.CloseOnEscape

    function begin(details: KeyDetailsViewModel) {
        removal.begin(details);
        typed.clear();
        open();
        typed.forceActiveFocus();
    }

    KeyRemovalViewModel {
        id: removal
        keys: root.keyService
        onStateChanged: if (state === KeyRemovalViewModel.Done)
            root.close()
    }

    Item {
        anchors.fill: parent
        Accessible.role: Accessible.Dialog
        Accessible.name: heading.title

        Column {
            id: body
            x: 20
            y: 18
            width: parent.width - 40
            spacing: 12
            DialogTitle {
                id: heading
                width: parent.width
                //: %1 is a key, %2 a gateway
                title: qsTr("Delete %1 at %2?").arg(removal.name).arg(removal.gateway)
                text: qsTr("Every program that uses this key gets 401 at once. A deleted key cannot be brought back.")
            }
            FactTable {
                width: parent.width
                facts: [
                    { name: qsTr("Last used"), value: removal.lastUsed },
                    { name: removal.spentTitle, value: removal.spent },
                    { name: qsTr("Kept here"), value: qsTr("Spend history and the last 4 characters") }
                ]
            }
            LabelledField {
                width: parent.width
                //: %1 is the name of a key
                label: qsTr("Type %1 to confirm").arg(removal.name)
                TkField {
                    id: typed
                    objectName: "typedName"
                    width: parent.width
                    implicitHeight: 32
                    mono: true
                    enabled: !root.isWorking
                    inputMethodHints: Qt.ImhNoAutoUppercase | Qt.ImhNoPredictiveText
                    //: %1 is the name of a key
                    Accessible.name: qsTr("Type %1 to confirm").arg(removal.name)
                    onAccepted: removal.remove(text)
                }
            }
            Note {
                objectName: "removalProblem"
                visible: removal.state === KeyRemovalViewModel.Failed
                width: parent.width
                tone: Note.Danger
                lead: removal.problemTitle
                text: removal.problem
            }
        }
        TkButton {
            objectName: "switchOff"
            visible: removal.canSwitchOff
            enabled: !root.isWorking
            x: 20
            y: parent.height - 43
            kind: TkButton.Ghost
            text: qsTr("Switch off instead")
            onClicked: removal.switchOff()
        }
        DialogFoot {
            y: parent.height - height
            width: parent.width
            TkButton {
                objectName: "keepKey"
                enabled: !root.isWorking
                text: qsTr("Keep key")
                onClicked: root.close()
            }
            TkButton {
                objectName: "confirmDelete"
                enabled: !root.isWorking && removal.isName(typed.text)
                kind: TkButton.Destructive
                text: root.isWorking ? qsTr("Deleting…") : qsTr("Delete key")
                onClicked: removal.remove(typed.text)
            }
        }
    }
}
