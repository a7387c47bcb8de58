// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import Tollkeeper.Ui
import Tollkeeper.ViewModels

//! The lock in front of secrets: turned on and off, fallen now, opened again. Why it is not offered where it is
//! not.
TkPopup {
    id: root

    required property SecretLockViewModel lock
    readonly property string heading: lock.isLocked ? qsTr("Secrets are locked") : lock.isOn ? qsTr("Secrets lock themselves") : qsTr("Lock secrets?")
    readonly property string explanation: lock.isLocked ? qsTr("They cannot be revealed, copied or used until you enter your password. Polling goes on.") : qsTr("A locked secret cannot be revealed, copied or used until you enter your password. Polling goes on, and your keyring is never locked by Tollkeeper.")

    width: 420
    height: body.height + 38 + 57

    onOpened: {
        minutes.text = lock.isOn ? lock.idleMinutes : 10;
        first.forceActiveFocus(Qt.TabFocusReason);
    }

    Item {
        anchors.fill: parent
        Accessible.role: Accessible.Dialog
        Accessible.name: root.heading

        Column {
            id: body
            x: 20
            y: 18
            width: parent.width - 40
            spacing: 12
            DialogTitle {
                width: parent.width
                title: root.heading
                text: root.explanation
            }
            Row {
                visible: root.lock.isOffered && !root.lock.isLocked
                spacing: 8
                SafeText {
                    height: minutes.height
                    text: qsTr("After")
                    font: Theme.fontSmall
                }
                TkField {
                    id: minutes
                    objectName: "lockMinutes"
                    width: 56
                    horizontalAlignment: TextInput.AlignRight
                    inputMethodHints: Qt.ImhDigitsOnly
                    validator: IntValidator {
                        bottom: 0
                        top: 1440
                    }
                    Accessible.name: qsTr("Minutes without input")
                    onEditingFinished: if (root.lock.isOn)
                        root.lock.idleMinutes = parseInt(text) || 0
                }
                SafeText {
                    height: minutes.height
                    text: qsTr("minutes without input; 0: only when you say so")
                    font: Theme.fontSmall
                    color: Theme.fg2
                }
            }
            SafeText {
                objectName: "lockProblem"
                visible: text !== ""
                width: parent.width
                text: root.lock.isOffered ? root.lock.problem : root.lock.reason
                font: Theme.fontSmall
                color: root.lock.isOffered ? Theme.danger : Theme.fg2
                wrapMode: Text.Wrap
            }
        }
        DialogFoot {
            y: parent.height - height
            width: parent.width
            TkButton {
                id: first
                objectName: "closeLock"
                text: qsTr("Close")
                onClicked: root.close()
            }
            TkButton {
                objectName: "lockOff"
                visible: root.lock.isOn && !root.lock.isLocked
                text: qsTr("Turn off")
                onClicked: root.lock.turnOff()
            }
            TkButton {
                objectName: "lockAct"
                visible: root.lock.isOffered
                enabled: !root.lock.isAsking
                kind: TkButton.Primary
                iconName: "lock"
                iconSize: 14
                text: root.lock.isLocked ? qsTr("Unlock secrets") : root.lock.isOn ? qsTr("Lock now") : qsTr("Turn on")
                onClicked: root.act()
            }
        }
    }

    function act() {
        if (lock.isLocked)
            lock.unlock();
        else if (lock.isOn)
            lock.lockNow();
        else
            lock.turnOn(parseInt(minutes.text) || 0);
    }
}
