// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import Tollkeeper.Ui
import Tollkeeper.ViewModels

//! Takes another key for an account: the way out where its key is lost. The field is emptied as soon as the key is
//! taken, and never filled with a stored one.
TkPopup {
    id: root

    required property GatewayService gateways
    property string trouble //!< why its last poll did not count

    signal replaced

    width: 460
    height: body.height + 38 + 57

    function begin(id: string, name: string, problem: string) {
        trouble = problem;
        replacing.begin(id, name);
        field.clear();
        open();
        field.forceActiveFocus(Qt.TabFocusReason);
    }
    function submit() {
        replacing.submit(field.text);
        field.clear();
    }

    onClosed: field.clear()

    ReplaceKeyViewModel {
        id: replacing
        gateways: root.gateways
        onReplaced: {
            root.close();
            root.replaced();
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
                //: %1 is an account
                title: qsTr("Another key for %1?").arg(replacing.account)
                text: root.trouble !== "" ? root.trouble : qsTr("The account goes on with it; its figures stay.")
            }
            Column {
                width: parent.width
                spacing: 5
                SafeLabel {
                    text: qsTr("Key")
                }
                TkField {
                    id: field
                    objectName: "replacementKey"
                    width: parent.width
                    mono: true
                    echoMode: TextInput.Password
                    inputMethodHints: Qt.ImhSensitiveData | Qt.ImhNoPredictiveText | Qt.ImhNoAutoUppercase
                    enabled: !replacing.isBusy
                    hasError: replacing.problem !== ""
                    Accessible.name: qsTr("Key")
                    Accessible.passwordEdit: true
                    onAccepted: if (length > 0)
                        root.submit()
                }
                SafeText {
                    objectName: "replacementProblem"
                    width: parent.width
                    text: replacing.problem !== "" ? replacing.problem : qsTr("It is tested first, then kept; the old one is removed only then.")
                    font: Theme.fontCaption
                    color: replacing.problem !== "" ? Theme.danger : Theme.fg3
                    wrapMode: Text.Wrap
                }
            }
        }
        DialogFoot {
            y: parent.height - height
            width: parent.width
            TkButton {
                text: qsTr("Cancel")
                onClicked: root.close()
            }
            TkButton {
                objectName: "replaceKey"
                kind: TkButton.Primary
                enabled: field.length > 0 && !replacing.isBusy
                text: replacing.isBusy ? qsTr("Testing…") : qsTr("Test and keep")
                onClicked: root.submit()
            }
        }
    }
}
