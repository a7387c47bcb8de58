// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import Tollkeeper.Ui
import Tollkeeper.ViewModels

//! After how many days keys are to be replaced: all of them, or one.
TkPopup {
    id: root

    required property KeyReports reports
    property int choice: RotationPolicyViewModel.Days
    readonly property bool isOfKey: policy.keyName !== ""

    width: 420
    height: body.height + 38 + 57

    function beginWorkspace(days: int) {
        policy.beginWorkspace(days);
        start();
    }
    function beginKey(details: KeyDetailsViewModel) {
        policy.beginKey(details);
        start();
    }
    function start() {
        choice = policy.choice;
        days.text = policy.days;
        open();
        days.selectAll();
        days.forceActiveFocus();
    }
    function save() {
        policy.save(choice, days.text);
    }

    RotationPolicyViewModel {
        id: policy
        reports: root.reports
        onStateChanged: if (state === RotationPolicyViewModel.Saved)
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
                //: %1 is the name of a key
                title: root.isOfKey ? qsTr("When is %1 to be rotated?").arg(policy.keyName) : qsTr("When are keys to be rotated?")
                text: root.isOfKey ? qsTr("Counted from the day the key was made.") : qsTr("For every key without a policy of its own; counted from the day a key was made. Two weeks before, it is shown in amber.")
            }
            Column {
                width: parent.width
                CheckLine {
                    objectName: "policyWorkspace"
                    visible: root.isOfKey
                    width: parent.width
                    isRadio: true
                    //: %1 is the workspace's policy: "90 days", "never"
                    text: qsTr("As the workspace: %1").arg(policy.workspaceText)
                    checked: root.choice === RotationPolicyViewModel.Workspace
                    onClicked: root.choice = RotationPolicyViewModel.Workspace
                }
                Item {
                    width: parent.width
                    height: 38
                    CheckLine {
                        objectName: "policyDays"
                        y: 5
                        width: 96
                        implicitWidth: 96
                        isRadio: true
                        text: qsTr("After")
                        checked: root.choice === RotationPolicyViewModel.Days
                        onClicked: root.choice = RotationPolicyViewModel.Days
                    }
                    TkField {
                        id: days
                        objectName: "policyDaysField"
                        x: 76
                        y: 4
                        width: 64
                        horizontalAlignment: TextInput.AlignRight
                        hasError: policy.state === RotationPolicyViewModel.Failed
                        inputMethodHints: Qt.ImhDigitsOnly
                        Accessible.name: qsTr("Days")
                        onTextEdited: root.choice = RotationPolicyViewModel.Days
                        onAccepted: root.save()
                    }
                    SafeText {
                        x: 148
                        height: parent.height
                        text: qsTr("days")
                        font: Theme.fontSmall
                    }
                }
                CheckLine {
                    objectName: "policyNever"
                    width: parent.width
                    isRadio: true
                    text: qsTr("Never")
                    checked: root.choice === RotationPolicyViewModel.Never
                    onClicked: root.choice = RotationPolicyViewModel.Never
                }
            }
            SafeText {
                objectName: "policyProblem"
                visible: text !== ""
                width: parent.width
                text: policy.problem
                font: Theme.fontCaption
                color: Theme.danger
                wrapMode: Text.Wrap
            }
        }
        DialogFoot {
            y: parent.height - height
            width: parent.width
            TkButton {
                objectName: "policyCancel"
                text: qsTr("Cancel")
                onClicked: root.close()
            }
            TkButton {
                objectName: "policySave"
                enabled: policy.state !== RotationPolicyViewModel.Saving
                kind: TkButton.Primary
                text: qsTr("Save policy")
                onClicked: root.save()
            }
        }
    }
}
