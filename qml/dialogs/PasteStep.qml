// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import QtQuick.Controls.Basic
import Tollkeeper.Ui
import Tollkeeper.ViewModels

//! The key, what the account is called, and where it is asked. A key is read from its field when it is needed
//! and never kept elsewhere.
Item {
    id: root

    required property AddAccountViewModel account
    required property string gateway
    readonly property string name: nameField.text
    readonly property string address: addressField.text
    readonly property bool isFilled: keyField.length > 0 && nameField.text.trim() !== ""
        && addressField.text.trim() !== ""

    signal accepted

    function key(): string {
        return keyField.text;
    }
    function clear() {
        keyField.clear();
    }
    function start(choice: var) {
        if (nameField.gateway === choice.kind)
            return;
        nameField.gateway = choice.kind;
        nameField.text = choice.name;
        addressField.text = choice.address;
        keyField.clear();
    }
    function takeFocus() {
        keyField.forceActiveFocus();
    }

    Flickable {
        anchors.fill: parent
        contentHeight: column.y + column.implicitHeight + 20
        boundsBehavior: Flickable.StopAtBounds
        clip: true
        ScrollBar.vertical: TkScrollBar {}

        Column {
            id: column
            x: 28
            y: 27
            width: Math.min(564, root.width - 56)
            spacing: 18
            StepHeading {
                width: parent.width
                //: %1 is a kind of gateway
                title: qsTr("Paste the key for %1").arg(root.gateway)
                text: qsTr("A management key reads the spend of every key. An ordinary key works too, but shows only its own.")
            }
            Column {
                width: parent.width
                spacing: 5
                SafeLabel {
                    text: qsTr("Key")
                }
                TkField {
                    id: keyField
                    objectName: "keyField"
                    width: parent.width
                    implicitHeight: 36
                    mono: true
                    trailing: 62
                    echoMode: TextInput.Password
                    inputMethodHints: Qt.ImhSensitiveData | Qt.ImhNoPredictiveText | Qt.ImhNoAutoUppercase
                    enabled: !root.account.isBusy
                    Accessible.name: qsTr("Key")
                    Accessible.passwordEdit: true
                    onAccepted: if (root.isFilled)
                        root.accepted()
                    TkButton {
                        objectName: "pasteKey"
                        x: parent.width - width - 6
                        y: 6
                        small: true
                        kind: TkButton.Ghost
                        text: qsTr("Paste")
                        onClicked: {
                            keyField.clear();
                            keyField.paste();
                            keyField.forceActiveFocus();
                        }
                    }
                }
            }
            Column {
                width: parent.width
                spacing: 5
                SafeLabel {
                    text: qsTr("Account name")
                }
                TkField {
                    id: nameField
                    objectName: "nameField"
                    property string gateway //!< kind the fields were filled for
                    width: parent.width
                    maximumLength: 80
                    enabled: !root.account.isBusy
                    Accessible.name: qsTr("Account name")
                    onAccepted: if (root.isFilled)
                        root.accepted()
                }
            }
            Column {
                width: parent.width
                spacing: 5
                SafeLabel {
                    text: qsTr("Address")
                }
                TkField {
                    id: addressField
                    objectName: "addressField"
                    width: parent.width
                    mono: true
                    placeholderText: "https://"
                    inputMethodHints: Qt.ImhUrlCharactersOnly
                    enabled: !root.account.isBusy
                    Accessible.name: qsTr("Address")
                    onAccepted: if (root.isFilled)
                        root.accepted()
                }
            }
            Note {
                objectName: "testProblem"
                width: parent.width
                visible: root.account.state === AddAccountViewModel.Failed
                tone: Note.Danger
                lead: root.account.problemTitle
                text: root.account.problem
            }
            Note {
                width: parent.width
                tone: root.account.keepsKeys ? Note.Neutral : Note.Warn
                iconName: "lock"
                lead: qsTr("Where it goes")
                text: root.account.keepsKeys ?
                    //: %1 is where keys are stored, such as "OS keychain"
                    qsTr("Into your %1 and nowhere else. The key is sent only to the address above.").arg(
                        root.account.keychainName) :
                    qsTr("Into the memory of this session: it is gone when Tollkeeper quits. The key is sent only to the address above.")
            }
        }
    }
}
