// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import Tollkeeper.Ui
import Tollkeeper.ViewModels

//! The dialogs of the Keys page, and what is done with a stored secret.
Item {
    id: root

    required property KeysViewModel page
    required property KeyReports reports
    required property KeyService keyService
    required property RotationService rotations
    required property FileChooser files
    property SecretClipboard clipboard
    property string keychain
    readonly property bool isOpen: edit.opened || removal.opened || rotation.opened || adding.opened || labels.opened || policy.opened || forget.opened
    readonly property alias secret: secret

    signal madeKey(string key)

    function closeAll() {
        for (const dialog of [edit, removal, rotation, adding, labels, policy, forget])
            dialog.close();
    }
    function editControl(control: string) {
        edit.begin(page.details, control);
    }
    function removeKey() {
        removal.begin(page.details);
    }
    function rotate() {
        rotation.begin();
    }
    function addKey() {
        adding.begin(0);
    }
    function pasteKeys() {
        adding.begin(1);
    }
    function setLabels(ids: var) {
        labels.begin(ids);
    }
    function setPolicy() {
        policy.beginWorkspace(page.rotationDays);
    }
    function setKeyPolicy() {
        policy.beginKey(page.details);
    }
    function testSecret() {
        secret.test(page.details.id);
    }
    function forgetSecret() {
        forget.begin(page.details.id, page.details.cells.name);
    }

    KeySecretViewModel {
        id: secret
        keys: root.keyService
    }
    KeyEditDialog {
        id: edit
        objectName: "keyEditDialog"
        keyService: root.keyService
    }
    KeyRemovalDialog {
        id: removal
        objectName: "keyRemovalDialog"
        keyService: root.keyService
    }
    RotationDialog {
        id: rotation
        objectName: "rotationDialog"
        page: root.page
        reports: root.reports
        rotations: root.rotations
        clipboard: root.clipboard
        keychain: root.keychain
    }
    AddKeyDialog {
        id: adding
        objectName: "addKeyDialog"
        page: root.page
        keyService: root.keyService
        files: root.files
        keychain: root.keychain
        onMade: key => root.madeKey(key)
    }
    KeyLabelsDialog {
        id: labels
        objectName: "keyLabelsDialog"
        page: root.page
        reports: root.reports
    }
    RotationPolicyDialog {
        id: policy
        objectName: "rotationPolicyDialog"
        reports: root.reports
    }
    ForgetDialog {
        id: forget
        objectName: "forgetDialog"
        keychain: root.keychain
        onConfirmed: key => secret.forget(key)
    }
}
