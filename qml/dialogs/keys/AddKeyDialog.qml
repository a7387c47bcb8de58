// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import Tollkeeper.Ui
import Tollkeeper.ViewModels

//! A new key made at its gateway, or the secrets of keys that are there already.
TkPopup {
    id: root

    required property KeysViewModel page
    required property KeyService keyService
    required property FileChooser files
    property string keychain
    property int mode: 0 //!< 0 make, 1 paste
    readonly property bool isMaking: add.state === AddKeyViewModel.Making

    signal made(string key)

    width: 520
    height: body.height + 38 + 57
    closePolicy: isMaking ? TkPopup.NoAutoClose : TkPopup.CloseOnEscape
    onClosed: paste.clear()

    function begin(wanted: int) {
        add.begin(page);
        paste.begin(page);
        mode = add.places.length === 0 ? 1 : wanted;
        open();
        startForm();
    }
    function startForm() {
        if (mode === 0)
            make.start();
        else
            pasted.start();
    }

    AddKeyViewModel {
        id: add
        keys: root.keyService
        onStateChanged: if (state === AddKeyViewModel.Made) {
            root.close();
            root.made(made);
        }
    }
    PasteKeysViewModel {
        id: paste
        keys: root.keyService
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
            spacing: 14
            DialogTitle {
                id: heading
                width: parent.width
                title: qsTr("Add key")
                text: root.mode === 0 ?
                    //: %1 is a keychain
                    qsTr("Made at the gateway at once. Before anything else its secret is kept in your %1.").arg(root.keychain) :
                    //: %1 is a keychain
                    qsTr("For keys that a gateway lists already. Their secrets go to your %1 and nowhere else.").arg(root.keychain)
            }
            TkSegment {
                objectName: "addMode"
                name: qsTr("How")
                options: [qsTr("Make a key"), qsTr("Paste keys you have")]
                current: root.mode
                onChosen: index => {
                    root.mode = index;
                    root.startForm();
                }
            }
            Note {
                objectName: "noPlaces"
                visible: root.mode === 0 && add.places.length === 0
                width: parent.width
                text: qsTr("None of your accounts lets keys be made from here. Make one on the gateway's own page and paste it.")
            }
            MakeKeyForm {
                id: make
                visible: root.mode === 0 && add.places.length > 0
                width: parent.width
                add: add
            }
            PasteKeysForm {
                id: pasted
                visible: root.mode === 1
                width: parent.width
                isShown: root.opened && root.mode === 1
                paste: paste
                files: root.files
            }
        }
        SafeText {
            objectName: "pasteSummary"
            visible: root.mode === 1
            x: 20
            y: parent.height - 43
            width: parent.width / 2
            height: 30
            text: paste.summary
            font: Theme.fontSmallStrong
            color: Theme.fg2
        }
        DialogFoot {
            y: parent.height - height
            width: parent.width
            TkButton {
                objectName: "addCancel"
                enabled: !root.isMaking
                text: paste.state === PasteKeysViewModel.Finished && root.mode === 1 ? qsTr("Close") : qsTr("Cancel")
                onClicked: root.close()
            }
            TkButton {
                objectName: "makeKey"
                visible: root.mode === 0
                enabled: !root.isMaking && make.isFilled
                kind: TkButton.Primary
                text: root.isMaking ? qsTr("Making…") : qsTr("Make key")
                onClicked: make.make()
            }
            TkButton {
                objectName: "keepPasted"
                visible: root.mode === 1
                enabled: !pasted.isBusy && paste.ready > 0
                kind: TkButton.Primary
                text: paste.state === PasteKeysViewModel.Working ? qsTr("Storing…") : paste.ready === 1 ? qsTr("Store 1 secret") : paste.ready > 1 ? qsTr("Store %n secrets", "", paste.ready) : qsTr("Store secrets")
                onClicked: paste.keep(pasted.testFirst)
            }
        }
    }
}
