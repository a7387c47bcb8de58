// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import Tollkeeper.Ui
import Tollkeeper.ViewModels

//! The bar of Keys: the rotation policy, a new key, and poll now.
TopBar {
    id: root

    required property KeysViewModel keys
    required property SyncViewModel sync
    property bool canPoll: false
    property bool isLocked: false
    readonly property bool hasKeys: keys.state === KeysViewModel.Ready || keys.state === KeysViewModel.Empty

    signal policyWanted
    signal addWanted
    signal lockWanted
    signal pollWanted

    title: qsTr("Keys")
    actions: [
        TkButton {
            objectName: "policyButton"
            visible: root.hasKeys
            iconName: "rotate"
            iconSize: 14
            text: root.compact ? "" : root.keys.policyText
            tip: root.compact ? root.keys.policyText : qsTr("After how many days keys are to be replaced")
            Accessible.name: root.keys.policyText
            onClicked: root.policyWanted()
        },
        TkButton {
            objectName: "lockButton"
            visible: root.hasKeys
            iconName: "lock"
            iconSize: 14
            text: root.isLocked && !root.compact ? qsTr("Secrets locked") : ""
            tip: root.isLocked ? qsTr("Secrets are locked: unlock them") : qsTr("Lock secrets")
            Accessible.name: tip
            onClicked: root.lockWanted()
        },
        TkButton {
            objectName: "addKey"
            visible: root.hasKeys
            kind: TkButton.Primary
            iconName: "plus"
            iconSize: 14
            text: qsTr("Add key")
            tip: qsTr("Make a key, or paste keys you have (Ctrl+N)")
            onClicked: root.addWanted()
        },
        PollButton {
            objectName: "pollFromKeys"
            visible: root.canPoll
            sync: root.sync
            onClicked: root.pollWanted()
        }
    ]
}
