// SPDX-License-Identifier: GPL-3.0-or-later
pragma ComponentBehavior: Bound
import QtQuick
import Tollkeeper.Ui

//! The steps of adding an account, and where keys go.
Item {
    id: root

    required property int step
    required property string gateway
    required property string keychain
    required property bool keepsKeys

    Rectangle {
        x: 1
        y: 1
        width: parent.width - 1
        height: parent.height - 2
        radius: 9
        color: Theme.bgSidebar
        Rectangle {
            x: parent.width / 2
            width: parent.width / 2
            height: parent.height
            color: Theme.bgSidebar
        }
    }
    Rectangle {
        x: parent.width
        width: 1
        height: parent.height
        color: Theme.line
    }
    LogoMark {
        x: 23
        y: 25
    }
    SafeText {
        x: 56
        y: 25
        height: 24
        text: "Tollkeeper"
        font: Qt.font({
            family: Theme.familySans,
            pixelSize: 15,
            weight: 600
        })
    }
    Repeater {
        model: [
            { title: qsTr("Choose a gateway"), note: root.step > 0 ? root.gateway : "" },
            { title: qsTr("Paste a key"), note: "" },
            { title: qsTr("See what it can read"), note: qsTr("Then save the account") }
        ]
        Item {
            id: line
            required property int index
            required property var modelData
            readonly property bool isDone: index < root.step
            readonly property bool isNow: index === root.step
            x: 23
            y: 76 + index * 58
            width: root.width - x - 16
            height: 44
            Rectangle {
                width: 24
                height: 24
                radius: 12
                color: line.isNow ? Theme.accent : line.isDone ? Theme.okBg : "transparent"
                border.width: line.isNow || line.isDone ? 0 : 1
                border.color: Theme.lineStrong
                Icon {
                    anchors.centerIn: parent
                    visible: line.isDone
                    name: "check"
                    size: 14
                    colour: Theme.ok
                }
                SafeText {
                    anchors.centerIn: parent
                    visible: !line.isDone
                    text: line.index + 1
                    font: Theme.fontSmallStrong
                    color: line.isNow ? Theme.accentText : Theme.fg2
                }
            }
            SafeText {
                x: 36
                y: 2
                width: parent.width - x
                height: 20
                text: line.modelData.title
                font: line.isNow ? Theme.fontHeading : Theme.fontBodyStrong
                color: line.isNow || line.isDone ? Theme.fg : Theme.fg2
            }
            SafeText {
                x: 36
                y: 21
                width: parent.width - x
                height: 17
                text: line.modelData.note
                font: Theme.fontSmall
                color: Theme.fg2
            }
        }
    }
    Icon {
        x: 23
        y: words.y + 1
        size: 14
        name: "lock"
    }
    SafeText {
        id: words
        x: 46
        y: parent.height - height - 24
        width: parent.width - x - 20
        text: root.keepsKeys ?
            //: %1 is where keys are stored, such as "OS keychain"
            qsTr("Keys go to your %1. Tollkeeper has no server and sends nothing to us.").arg(root.keychain) :
            qsTr("Keys are kept for this session only. Tollkeeper has no server and sends nothing to us.")
        font: Theme.fontSmall
        color: Theme.fg2
        wrapMode: Text.Wrap
        lineHeight: 17
        lineHeightMode: Text.FixedHeight
    }
}
