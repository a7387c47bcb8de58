// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import Tollkeeper.Ui
import Tollkeeper.ViewModels

//! The masked secret of a key with Reveal and Copy. Nothing here ever holds the secret: it asks for what is wanted, and
//! is told what is shown and how long the clipboard still holds it.
Item {
    id: root

    required property KeyDetailsViewModel details
    property string keychain //!< where secrets lie: "GNOME Keyring"
    property bool isRevealed: false
    property int clearsIn: 0 //!< seconds until the clipboard is cleared; 0: it holds nothing of ours
    property int clearsAfter: 30
    property string problem //!< why it was not revealed or copied; empty: nothing

    signal revealWanted(string key)
    signal copyWanted(string key)
    signal bindWanted(string key)

    implicitHeight: details.cells.holdsSecret ? 37 + note.height : absent.height
    height: implicitHeight

    Item {
        visible: root.details.cells.holdsSecret
        width: parent.width
        height: parent.height

        Rectangle {
            id: frame
            width: reveal.x - 8
            height: Theme.control
            radius: Theme.r
            color: Theme.bgSunken
            border.color: Theme.lineStrong
            Accessible.role: Accessible.StaticText
            Accessible.name: root.details.maskedSpoken
            Icon {
                x: 9
                anchors.verticalCenter: parent.verticalCenter
                name: "lock"
                size: 13
                colour: Theme.fg3
            }
            SafeText {
                objectName: "maskedSecret"
                x: 29
                width: parent.width - x - 8
                height: parent.height
                text: root.details.masked
                font: Theme.fontMono
                Accessible.ignored: true
            }
        }
        TkButton {
            id: reveal
            objectName: "revealSecret"
            x: copy.x - width - 8
            iconName: "eye"
            iconSize: 14
            text: root.isRevealed ? qsTr("Hide") : qsTr("Reveal")
            tip: qsTr("Show it for 15 seconds (Ctrl+Shift+E)")
            onClicked: root.revealWanted(root.details.id)
        }
        TkButton {
            id: copy
            objectName: "copySecret"
            x: parent.width - width
            iconName: root.clearsIn > 0 ? "check" : "copy"
            iconSize: 14
            text: root.clearsIn > 0 ? qsTr("Copied") : qsTr("Copy")
            tip: qsTr("Copy it for 30 seconds (Ctrl+Shift+C)")
            onClicked: root.copyWanted(root.details.id)
        }
        SafeText {
            id: note
            objectName: "secretNote"
            y: 37
            width: parent.width - (countdown.visible ? countdown.width + 12 : 0)
            text: root.problem !== "" ? root.problem :
                //: %1 is a keychain such as "GNOME Keyring"
                qsTr("In your %1. Never written to disk by Tollkeeper.").arg(root.keychain)
            font: Theme.fontCaption
            color: root.problem !== "" ? Theme.danger : Theme.fg3
            wrapMode: Text.Wrap
            lineHeight: 16
            lineHeightMode: Text.FixedHeight
        }
        Row {
            id: countdown
            visible: root.clearsIn > 0
            x: parent.width - width
            y: 37
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
                share: Math.min(0.79, root.clearsIn / root.clearsAfter)
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
            onClicked: root.bindWanted(root.details.id)
        }
    }
}
