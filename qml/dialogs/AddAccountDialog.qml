// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import Tollkeeper.Ui
import Tollkeeper.ViewModels

//! Adding an account in three steps: choose a gateway, paste a key, see what it can read and save. The key lives
//! in its field only; the field is emptied after saving and whenever the dialog closes.
TkPopup {
    id: root

    required property GatewayService gateways
    property int step: 0
    readonly property var choice: account.choices[choose.current]

    width: Math.min(1000, parent ? parent.width - 56 : 1000)
    height: Math.min(660, parent ? parent.height - 64 : 660)

    onAboutToShow: {
        account.reset();
        choose.current = 0;
        step = 0;
        choose.takeFocus();
    }
    onClosed: {
        paste.clear();
        account.reset();
    }

    function goTo(next: int) {
        step = next;
        if (next === 0)
            choose.takeFocus();
        else if (next === 1)
            paste.takeFocus();
        else
            save.forceActiveFocus();
    }
    function goBack() {
        account.reset();
        goTo(step - 1);
    }
    function startPasting() {
        paste.start(choice);
        goTo(1);
    }
    function test() {
        if (!account.isBusy)
            account.test(choice.kind, paste.name, paste.address, paste.key());
    }

    AddAccountViewModel {
        id: account
        gateways: root.gateways
        onStateChanged: {
            if (state === AddAccountViewModel.Tested && root.step === 1)
                root.goTo(2);
            if (state === AddAccountViewModel.Saved)
                root.close();
        }
    }

    Item {
        anchors.fill: parent
        Accessible.role: Accessible.Dialog
        Accessible.name: qsTr("Add an account")

        StepRail {
            width: 272
            height: parent.height
            step: root.step
            gateway: root.choice ? root.choice.name : ""
            keychain: account.keychainName
            keepsKeys: account.keepsKeys
        }
        Item {
            id: pane
            x: 273
            width: parent.width - x
            height: parent.height - 60
            ChooseStep {
                id: choose
                objectName: "chooseStep"
                visible: root.step === 0
                anchors.fill: parent
                choices: account.choices
                onAccepted: root.startPasting()
            }
            PasteStep {
                id: paste
                objectName: "pasteStep"
                visible: root.step === 1
                anchors.fill: parent
                account: account
                gateway: root.choice ? root.choice.name : ""
                onAccepted: root.test()
            }
            FindingsStep {
                objectName: "findingsStep"
                visible: root.step === 2
                anchors.fill: parent
                account: account
                gateway: root.choice ? root.choice.name : ""
            }
        }
        Rectangle {
            x: pane.x
            y: pane.height
            width: pane.width
            height: 1
            color: Theme.line
        }
        TkButton {
            objectName: "back"
            visible: root.step > 0
            enabled: !account.isBusy
            x: pane.x + 28
            y: parent.height - 45
            kind: TkButton.Ghost
            iconName: "left"
            text: qsTr("Back")
            onClicked: root.goBack()
        }
        Row {
            x: parent.width - width - 28
            y: parent.height - 45
            spacing: 8
            TkButton {
                objectName: "cancel"
                text: qsTr("Cancel")
                onClicked: root.close()
            }
            TkButton {
                objectName: "continue"
                visible: root.step === 0
                enabled: account.choices.length > 0
                kind: TkButton.Primary
                text: qsTr("Continue")
                trailingIcon: "right"
                onClicked: root.startPasting()
            }
            TkButton {
                objectName: "test"
                visible: root.step === 1
                enabled: !account.isBusy && paste.isFilled
                kind: TkButton.Primary
                text: account.isBusy ? qsTr("Testing…") : qsTr("Test connection")
                onClicked: root.test()
            }
            TkButton {
                objectName: "keepForSession"
                visible: root.step === 2 && account.canKeepForSession
                text: qsTr("Keep for this session only")
                onClicked: account.addForSession(root.choice.kind, paste.name, paste.address, paste.key())
            }
            TkButton {
                id: save
                objectName: "save"
                visible: root.step === 2
                enabled: !account.isBusy
                kind: TkButton.Primary
                text: account.isBusy ? qsTr("Saving…") : qsTr("Save account")
                onClicked: account.add(root.choice.kind, paste.name, paste.address, paste.key())
            }
        }
    }
}
