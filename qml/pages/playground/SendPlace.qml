// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import Tollkeeper.Ui
import Tollkeeper.ViewModels

//! Through which account and with which key, and what is left on its cap.
Item {
    id: root

    required property ComposerViewModel composer
    readonly property bool hasPopup: account.isOpen || key.isOpen

    implicitHeight: 49

    FieldHead {
        width: account.width
        text: qsTr("Account")
    }
    TkSelect {
        id: account
        objectName: "sendAccount"
        y: 19
        width: Math.round((parent.width - 10) / 2.1)
        name: qsTr("Account")
        textFont: Theme.fontBody
        placeholder: root.composer.hasAccounts ? qsTr("Choose an account") : qsTr("No account yet")
        options: Array.from(root.composer.accounts).map(row => row.name)
        current: root.composer.account
        mark: current >= 0 && current < root.composer.accounts.length ? (root.composer.accounts[current].tone === "danger" ? "failed" : root.composer.accounts[current].tone) : ""
        enabled: root.composer.hasAccounts
        onChosen: index => root.composer.account = index
    }
    FieldHead {
        objectName: "keyHead"
        x: key.x
        width: key.width
        text: qsTr("Key")
        note: root.composer.capLeft
        noteInk: root.composer.capTone === "danger" ? Theme.danger : root.composer.capTone === "warn" ? Theme.warn : Theme.fg3
    }
    TkSelect {
        id: key
        objectName: "sendKey"
        x: account.width + 10
        y: 19
        width: parent.width - x
        name: qsTr("Key")
        textFont: Theme.fontBody
        placeholder: qsTr("No key to send with")
        options: Array.from(root.composer.keys).map(row => row.name)
        notes: Array.from(root.composer.keys).map(row => row.left)
        current: root.composer.key
        enabled: options.length > 0
        onChosen: index => root.composer.key = index
    }
}
