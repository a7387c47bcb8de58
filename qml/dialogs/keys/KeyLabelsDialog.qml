// SPDX-License-Identifier: GPL-3.0-or-later
pragma ComponentBehavior: Bound
import QtQuick
import Tollkeeper.Ui
import Tollkeeper.ViewModels

//! To whom one key or several belong to. Only what is ticked is changed.
TkPopup {
    id: root

    required property KeysViewModel page
    required property KeyReports reports
    readonly property var names: [qsTr("Environment"), qsTr("Team"), qsTr("Owner"), qsTr("Tags, with commas between")]
    readonly property var suggestions: [page.environmentNames, page.teamNames, page.ownerNames, []]

    width: 460
    height: body.height + 38 + 57

    function begin(ids: var) {
        labels.begin(page, ids);
        for (let field = 0; field < fields.count; ++field)
            fields.itemAt(field).start(labels.values[field]);
        open();
        fields.itemAt(0).takeFocus();
    }
    function save() {
        const chosen = [];
        const typed = [];
        for (let field = 0; field < fields.count; ++field) {
            chosen.push(fields.itemAt(field).isChosen);
            typed.push(fields.itemAt(field).typed);
        }
        labels.save(chosen, typed);
    }

    KeyLabelsViewModel {
        id: labels
        reports: root.reports
        onStateChanged: if (state === KeyLabelsViewModel.Saved) {
            root.page.clearPicked();
            root.close();
        }
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
                //: %1 is the name of a key, or "3 keys"
                title: qsTr("Who owns %1?").arg(labels.title)
                text: labels.count > 1 ? qsTr("Kept in Tollkeeper only, never at the gateway. What is not ticked stays as it is on each key.") : qsTr("Kept in Tollkeeper only, never at the gateway.")
            }
            Repeater {
                id: fields
                model: root.names
                LabelField {
                    required property int index
                    required property string modelData
                    objectName: "label" + index
                    width: body.width
                    label: modelData
                    suggestions: root.suggestions[index]
                    hasTick: labels.count > 1
                    differs: labels.areSame.length > index && !labels.areSame[index]
                    onAccepted: root.save()
                }
            }
            Note {
                objectName: "labelsProblem"
                visible: labels.state === KeyLabelsViewModel.Failed
                width: parent.width
                tone: Note.Danger
                text: labels.problem
            }
        }
        DialogFoot {
            y: parent.height - height
            width: parent.width
            TkButton {
                objectName: "labelsCancel"
                text: qsTr("Cancel")
                onClicked: root.close()
            }
            TkButton {
                objectName: "labelsSave"
                enabled: labels.state !== KeyLabelsViewModel.Saving
                kind: TkButton.Primary
                text: labels.count > 1 ? qsTr("Change %n keys", "", labels.count) : qsTr("Save")
                onClicked: root.save()
            }
        }
    }
}
