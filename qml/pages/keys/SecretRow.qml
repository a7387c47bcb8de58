// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import Tollkeeper.Ui
import Tollkeeper.ViewModels

//! The masked secret of a key with Reveal and Copy. Nothing of QML ever holds the secret: it is painted by the label
//! and taken to the clipboard without passing through here.
Item {
    id: root

    required property KeyDetailsViewModel details
    required property KeyService keyService
    property SecretLock lock
    property SecretClipboard clipboard
    property string keychain //!< where secrets lie: "GNOME Keyring"
    property string result //!< of a test; empty: none
    property bool isProblem: false
    readonly property int clearsIn: copying.copiedId === details.id ? copying.remainingSeconds : 0
    readonly property string problem: label.problem !== "" ? label.problem : copying.problem !== "" ? copying.problem : isProblem ? result : ""

    readonly property var gate: lock // the linter does not know that a lock is a gate
    readonly property bool isLocked: locking.isLocked

    signal bindWanted

    function reveal() {
        if (!details.cells.holdsSecret || isLocked)
            return;
        if (label.isRevealed)
            label.hide();
        else
            label.reveal(Number(details.id));
    }
    function hide() {
        label.hide();
    }
    function copySecret() {
        if (details.cells.holdsSecret && !isLocked)
            copying.copy(Number(details.id));
    }

    SecretLockViewModel {
        id: locking
        lock: root.lock
    }
    SecretCopyViewModel {
        id: copying
        keys: root.keyService
        clipboard: root.clipboard
    }

    //! A revealed secret takes the whole width and as many lines as it needs; the buttons give way.
    readonly property real secretHeight: label.isRevealed ? label.height + 14 : Theme.control
    readonly property real buttonsY: label.isRevealed ? secretHeight + 7 : 0
    readonly property real noteY: buttonsY + 37

    implicitHeight: details.cells.holdsSecret ? noteY + note.height : absent.height
    height: implicitHeight

    Item {
        visible: root.details.cells.holdsSecret
        width: parent.width
        height: parent.height

        Rectangle {
            id: frame
            width: label.isRevealed ? parent.width : reveal.x - 8
            height: root.secretHeight
            radius: Theme.r
            color: Theme.bgSunken
            border.color: Theme.lineStrong
            clip: true
            Icon {
                x: 9
                anchors.verticalCenter: parent.verticalCenter
                name: "lock"
                size: 13
                colour: Theme.fg3
            }
            SecretLabel {
                id: label
                objectName: "maskedSecret"
                x: 29
                width: parent.width - 38
                anchors.verticalCenter: parent.verticalCenter
                keys: root.keyService
                gate: root.gate
                masked: root.details.masked
                font: Theme.fontMono
                color: Theme.fg
            }
        }
        TkButton {
            objectName: "unlockSecrets"
            visible: root.isLocked
            enabled: !locking.isAsking
            x: parent.width - width
            iconName: "lock"
            iconSize: 14
            text: qsTr("Unlock")
            tip: qsTr("Asks for your password")
            onClicked: locking.unlock()
        }
        TkButton {
            id: reveal
            objectName: "revealSecret"
            visible: !root.isLocked
            x: copy.x - width - 8
            y: root.buttonsY
            iconName: "eye"
            iconSize: 14
            text: label.isRevealed ?
                //: %1 is a number of seconds
                qsTr("Hide, %1 s").arg(label.remainingSeconds) : qsTr("Reveal")
            enabled: !label.isAsking
            tip: qsTr("Show it for 15 seconds (Ctrl+Shift+E)")
            onClicked: root.reveal()
        }
        TkButton {
            id: copy
            objectName: "copySecret"
            visible: !root.isLocked
            x: parent.width - width
            y: root.buttonsY
            iconName: root.clearsIn > 0 ? "check" : "copy"
            iconSize: 14
            enabled: root.clipboard && !copying.isAsking
            text: root.clearsIn > 0 ? qsTr("Copied") : qsTr("Copy")
            tip: qsTr("Copy it for 30 seconds (Ctrl+Shift+C)")
            onClicked: root.copySecret()
        }
        SafeText {
            id: note
            objectName: "secretNote"
            y: root.noteY
            width: parent.width - (countdown.visible ? countdown.width + 12 : 0)
            text: root.isLocked ? (locking.problem !== "" ? locking.problem : qsTr("Secrets are locked. Polling goes on.")) : root.problem !== "" ? root.problem : root.result !== "" ? root.result :
                //: %1 is a keychain such as "GNOME Keyring"
                qsTr("In your %1. Never written to disk by Tollkeeper.").arg(root.keychain)
            font: Theme.fontCaption
            color: root.problem !== "" && !root.isLocked ? Theme.danger : Theme.fg3
            wrapMode: Text.Wrap
            lineHeight: 16
            lineHeightMode: Text.FixedHeight
        }
        Row {
            id: countdown
            visible: root.clearsIn > 0
            x: parent.width - width
            y: root.noteY
            height: 16
            spacing: 8
            SafeText {
                objectName: "clearsIn"
                height: 16
                //: %1 is a number of seconds
                text: qsTr("clipboard clears in %1 s").arg(root.clearsIn)
                font: Theme.fontCaption
                color: Theme.fg2
            }
            SpendBar {
                anchors.verticalCenter: parent.verticalCenter
                width: 44
                share: Math.min(0.79, root.clearsIn / 30)
                Accessible.ignored: true
            }
        }
    }
    Item {
        id: absent
        visible: !root.details.cells.holdsSecret
        width: parent.width
        height: Math.max(Theme.control, absentText.height)
        SafeText {
            id: absentText
            objectName: "secretAbsent"
            width: bind.x - 12
            text: qsTr("This machine does not hold its secret. Figures and limits come from the gateway's list.")
            font: Theme.fontSmall
            color: Theme.fg2
            wrapMode: Text.Wrap
            lineHeight: 17
            lineHeightMode: Text.FixedHeight
        }
        TkButton {
            id: bind
            objectName: "bindSecret"
            x: parent.width - width
            iconName: "key"
            iconSize: 14
            text: qsTr("Add its secret")
            onClicked: root.bindWanted()
        }
    }
}
